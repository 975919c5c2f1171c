// SPDX-License-Identifier: GPL-3.0-or-later
// Told: a story written in a test, played into memory. Its polls are 10 s apart, if nothing else is said, from
// 2026-01-01T00:00:00Z on.
#pragma once

#include <memory>
#include <string>

#include "models/domain/snapshot.h"

namespace tidemark::test {

inline constexpr std::int64_t story_start_ms = 1'767'225'600'000;
inline constexpr std::int64_t story_step_ms = 10'000;
inline LocalTime poll_time(std::int64_t poll) { return local_time(story_start_ms + poll * story_step_ms); }

// `body`: the members of the story beside schema, start, step_ms, polls and cluster ("c"). Aborts on a story that is
// wrong.
std::shared_ptr<const Snapshot> told(int polls, const std::string& body, std::int64_t step_ms = story_step_ms);
// A "series" member from its parts: mark("high", "orders", 0, "\"rates\": [[0, 1]]").
std::string mark(const std::string& mark, const std::string& topic, int partition, const std::string& more);
std::string group(const std::string& group, const std::string& topic, int partition, const std::string& more);

}  // namespace tidemark::test
