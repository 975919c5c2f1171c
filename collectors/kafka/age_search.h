// SPDX-License-Identifier: GPL-3.0-or-later
// The age of the record at an offset, by look-ups of offsets by time: which times to ask next, and when the answer is
// good enough. The bracket is halved on a log scale of the age (the error wanted is relative); interpolation between
// the bracket's offsets and the log's own history usually hits in one or two rounds. Pure functions; any thread. Units:
// ms. An age is `now` minus the record's timestamp; `now` is on this machine's clock, the timestamp on whoever made it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "collectors/kafka/time_index.h"

namespace tidemark {

struct AgeResult {
  std::int64_t age = 0;
  std::int64_t error = 0;  // the true age is within age ± error
};

// The error wanted: 0.8 % of the age, at least 60 ms.
std::int64_t age_tolerance(std::int64_t age);

// Nothing while a side is open. Records from the future (a clock is ahead) have age 0, with an error that reaches them.
std::optional<AgeResult> age_within(const TimeIndex::Bracket& bracket, std::int64_t now);
// The same, where no further look-up is worth its cost.
std::optional<AgeResult> settled_age(const TimeIndex::Bracket& bracket, std::int64_t now);

// What a search is for. Where nothing is known of a partition there are many bits to find: two look-ups a round find
// them with the least work for the brokers. Where earlier sweeps left points or a hint, few bits are missing, and more
// look-ups a round find them in one to three rounds.
enum class Pace { frugal, quick };

struct AgeSearch {
  std::int64_t offset = 0;
  std::int64_t now = 0;
  std::optional<std::int64_t> hint;  // about when the record was written
  Pace pace = Pace::frugal;
};

// The next times to look up, ascending and different; at most 6. Empty when the bracket cannot get narrower.
std::vector<std::int64_t> next_probes(const TimeIndex::Bracket& bracket, const AgeSearch& search, int round);

}  // namespace tidemark
