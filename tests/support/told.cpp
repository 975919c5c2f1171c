// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/told.h"

#include <cstdio>
#include <cstdlib>

#include "collectors/story/story.h"
#include "tests/support/recorder.h"

namespace tidemark::test {

std::shared_ptr<const Snapshot> told(int polls, const std::string& body, std::int64_t step_ms) {
  const std::string json = R"({"schema": 1, "start": "2026-01-01T00:00:00Z", "cluster": "c", "step_ms": )" +
                           std::to_string(step_ms) + R"(, "polls": )" + std::to_string(polls) + ", " + body + "}";
  const FixedClock clock;
  Recorder recorder;
  const auto story = story::parse_story(json, "told", clock);
  const auto played =
      story ? story::play_story(*story, recorder, clock) : fail(story.error().code, story.error().line());
  if (!played) {
    std::fprintf(stderr, "%s\n%s\n", json.c_str(), played.error().line().c_str());
    std::abort();
  }
  return recorder.snapshot();
}

std::string mark(const std::string& mark, const std::string& topic, int partition, const std::string& more) {
  return R"({"mark": ")" + mark + R"(", "topic": ")" + topic + R"(", "partition": )" + std::to_string(partition) +
         ", " + more + "}";
}

std::string group(const std::string& group, const std::string& topic, int partition, const std::string& more) {
  return mark("group", topic, partition, R"("group": ")" + group + "\", " + more);
}

}  // namespace tidemark::test
