// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo.h"

#include "collectors/story/story.h"
#include "resources/presets/presets.h"

namespace tidemark::demo {
namespace {
constexpr std::string_view story_file = "demo-story.json";
}  // namespace

std::vector<Scene> Demo::scenes() {
  const auto act = [this](void (DemoPipeline::*what)()) -> std::function<Result<>()> {
    return [this, what] {
      (pipeline_.get()->*what)();
      return Result<>();
    };
  };
  return {
      {.text =
           "Act 1. Billing and archive read orders, search-index reads clicks, a sink brings payments into the table "
           "lake.payments. 24 h lie behind, now it is live. Everybody is current.",
       .hold = Millis(8'000)},
      {.act = act(&DemoPipeline::burst),
       .text = "clicks comes eight times as fast for 8 s. Look at search-index: its unread records and their age rise, "
               "then drain by themselves.",
       .hold = Millis(16'000)},
      {.act = act(&DemoPipeline::stall),
       .text = "billing stops reading orders. Look at the age of its oldest unread record: it rises by a second each "
               "second, while archive, on the same topic, stays current.",
       .hold = Millis(28'000)},
      {.text = "One topic, two groups, one of them late: it is the reader, not the producer and not the broker.",
       .hold = Millis(6'000)},
      {.act = act(&DemoPipeline::quiet),
       .text = "Act 2, the lie. Payments come to rest, and all of them are in the table.",
       .hold = Millis(8'000)},
      {.act = act(&DemoPipeline::lie),
       .text =
           "The catalog refuses commits. 10,000 payments come, and the sink reads them all. Look at the two lines of "
           "the tide chart of payments: the group goes on, the table stands.",
       .hold = Millis(14'000)},
      {.text = "The lag of connect-payments-lake is 0, its connector RUNNING, every usual tool is green, and 10,000 "
               "records are in no table: read, not landed.",
       .hold = Millis(14'000)},
      {.act = act(&DemoPipeline::repair),
       .text =
           "Act 3, the repair. The catalog accepts again: the lines meet, and the ledger is contiguous. Nobody reset "
           "an offset.",
       .hold = Millis(10'000)},
      {.text =
           "Nothing was lost and nothing came twice. For a channel: copy with y, or tidemark align --format slack."},
  };
}

std::string_view Demo::footnote() const {
  return "The demo runs on librdkafka's built-in cluster, which lists no groups and finds no offsets by time: its "
         "groups "
         "come from a list, ages from the timeline's own history, and members, configurations and in-sync replicas are "
         "not shown. A real cluster shows them: tidemark demo --lab.";
}

Result<std::unique_ptr<Play>> Demo::start(PlayOptions options, Millis length, const Clock& clock) {
  std::unique_ptr<Demo> demo(new Demo(std::move(options), length, clock));
  Marks marks;
  TM_CHECK(demo->play_history(marks));
  TM_CHECK(demo->go_live(marks));
  return demo;
}

Result<> Demo::play_history(Marks& marks) {
  TM_TRY(const story::Story history, story::parse_story(preset(story_file), std::string(story_file), clock()));
  TM_TRY(const auto writer, TimelineWriter::open(options().timeline, {.must_not_exist = true}, clock()));
  TM_CHECK(story::play_story(history, *writer, clock(), {.stop = options().stop}));
  TM_CHECK(writer->flush());
  marks = last_marks(history);
  return writer->close();
}

Result<> Demo::go_live(const Marks& marks) {
  TM_TRY(pipeline_, DemoPipeline::start(marks, options().timeline + "-lake", clock(), options().stop));
  TM_TRY(session_, record(pipeline_->profile()));
  return {};
}

}  // namespace tidemark::demo
