// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo.h"

#include <algorithm>
#include <array>

#include "collectors/story/story.h"
#include "resources/presets/presets.h"

namespace tidemark::demo {
namespace {
constexpr std::string_view story_file = "demo-story.json";
constexpr Millis live_interval{2'000};

constexpr std::array all_scenes{
    Scene{
        Millis(0),
        "Three groups read three topics: billing and archive read orders, search-index reads clicks. 24 h lie behind, "
        "now it is live. Everybody is current.",
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
};

// The built-in cluster lists no groups: they are named. It has no secrets either.
ClusterProfile profile_of(const DemoPipeline& pipeline, const ClusterName& cluster) {
  ClusterProfile profile;
  profile.name = cluster;
  profile.bootstrap = pipeline.bootstrap();
  profile.poll = live_interval;
  profile.groups = pipeline.groups();
  return profile;
}

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
  TM_TRY(writer_, TimelineWriter::open(options_.timeline, {.must_not_exist = true}, clock_));
  TM_CHECK(story::play_story(history, *writer_, clock_, {.stop = options_.stop}));
  TM_CHECK(writer_->flush());
  marks = last_marks(story::story_ends(history));
  return {};
}

Result<> Demo::go_live(const Marks& marks) {
  TM_TRY(pipeline_, DemoPipeline::start(marks, clock_, options_.stop));
  TM_TRY(source_, KafkaSource::open(profile_of(*pipeline_, marks.cluster), NoSecrets(), clock_, *writer_));
  source_->start();
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
  return writer_->flush();
}

}  // namespace tidemark::demo
