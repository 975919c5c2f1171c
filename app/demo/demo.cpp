// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo.h"

#include <algorithm>
#include <array>

#include "collectors/story/story.h"
#include "resources/presets/presets.h"

namespace tidemark::demo {
namespace {
constexpr std::string_view story_file = "demo-story.json";

constexpr std::array all_scenes{
    Scene{Millis(0),
          "Act 1. Billing and archive read orders, search-index reads clicks, a sink brings payments into the table "
          "lake.payments. 24 h lie behind, now it is live. Everybody is current.",
          nullptr},
    Scene{Millis(8'000),
          "clicks comes eight times as fast for 8 s. Look at search-index: its unread records and their age rise, then "
          "drain by themselves.",
          &DemoPipeline::burst},
    Scene{
        Millis(24'000),
        "billing stops reading orders. Look at the age of its oldest unread record: it rises by a second each second, "
        "while archive, on the same topic, stays current.",
        &DemoPipeline::stall},
    Scene{Millis(52'000),
          "One topic, two groups, one of them late: it is the reader, not the producer and not the broker.", nullptr},
    Scene{Millis(58'000), "Act 2, the lie. Payments come to rest, and all of them are in the table.",
          &DemoPipeline::quiet},
    Scene{
        Millis(66'000),
        "The catalog refuses commits. 10,000 payments come, and the sink reads them all. Look at the two lines of the "
        "tide chart of payments: the group goes on, the table stands.",
        &DemoPipeline::lie},
    Scene{Millis(80'000),
          "The lag of connect-payments-lake is 0, its connector RUNNING, every usual tool is green, and 10,000 records "
          "are in no table: read, not landed.",
          nullptr},
    Scene{Millis(94'000),
          "Act 3, the repair. The catalog accepts again: the lines meet, and the ledger is contiguous. Nobody reset an "
          "offset.",
          &DemoPipeline::repair},
    Scene{Millis(104'000),
          "Nothing was lost and nothing came twice. For a channel: copy with y, or tidemark align --format slack.",
          nullptr},
};

class NoSecrets final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view reference) const override { return std::string(reference); }
};
}  // namespace

std::span<const Scene> scenes() { return all_scenes; }

std::string_view footnote() {
  return "The demo runs on librdkafka's built-in cluster, which lists no groups and finds no offsets by time: its "
         "groups "
         "come from a list, ages from the timeline's own history, and members, configurations and in-sync replicas are "
         "not shown. A real cluster shows them.";
}

Demo::Demo(DemoOptions options, const Clock& clock) : options_(std::move(options)), clock_(clock) {}

Result<std::unique_ptr<Demo>> Demo::start(DemoOptions options, const Clock& clock) {
  std::unique_ptr<Demo> demo(new Demo(std::move(options), clock));
  Marks marks;
  TM_CHECK(demo->play_history(marks));
  TM_CHECK(demo->go_live(marks));
  return demo;
}

Result<> Demo::play_history(Marks& marks) {
  TM_TRY(const story::Story history, story::parse_story(preset(story_file), std::string(story_file), clock_));
  TM_TRY(const auto writer, TimelineWriter::open(options_.timeline, {.must_not_exist = true}, clock_));
  TM_CHECK(story::play_story(history, *writer, clock_, {.stop = options_.stop}));
  TM_CHECK(writer->flush());
  marks = last_marks(history);
  return writer->close();
}

Result<> Demo::go_live(const Marks& marks) {
  TM_TRY(pipeline_, DemoPipeline::start(marks, options_.timeline + "-lake", clock_, options_.stop));
  TM_TRY(session_, CollectSession::open(pipeline_->profile(), options_.timeline, NoSecrets(), clock_, {}));
  session_->start();
  return {};
}

Result<> Demo::play(Millis length) {
  const MonoTime begin = clock_.mono();
  for (const Scene& scene : all_scenes) {
    if (scene.at > length) break;
    if (!clock_.wait(options_.stop, scene.at - (clock_.mono() - begin))) return {};
    if (scene.act) (pipeline_.get()->*scene.act)();
    if (options_.say) options_.say(scene.text);
  }
  clock_.wait(options_.stop, length - (clock_.mono() - begin));
  return session_->flush();
}

}  // namespace tidemark::demo
