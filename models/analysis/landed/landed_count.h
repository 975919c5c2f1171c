// SPDX-License-Identifier: GPL-3.0-or-later
// What became of the records that a range of a table's source holds: how many are in the table, twice, late, or not yet
// landed, by the ranges and the added records of its commits. A commit that holds other records too, or does not tell
// its range, gives bounds. Room-internal. Thread rule: none, pure functions. Units: records; an offset is one, unless
// the log holds markers or was compacted.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/commits.h"
#include "models/analysis/landed/high_log.h"

namespace tidemark {

// A number that is known exactly (both ends are one), in bounds, or not.
struct Count {
  std::int64_t lo = 0;
  std::int64_t hi = 0;
  Reason reason = Reason::none;
  std::string why;  // it is not exact, one sentence

  static Count exact(std::int64_t number) { return {number, number, Reason::none, {}}; }
  static Count unknown(Reason reason, std::string why) { return {0, 0, reason, std::move(why)}; }
  bool known() const { return reason == Reason::none; }
  bool is_exact() const { return known() && lo == hi; }
  bool operator==(const Count&) const = default;
};

// The offsets of one partition that are counted: [from, to).
struct Cohort {
  TopicPartition partition;
  std::int64_t from = 0;
  std::int64_t to = 0;
  Known<std::int64_t> durable = Reason::never_polled;  // now
  const HighLog* log = nullptr;
};

struct LandedCounts {
  Count landed;      // each record once
  Count duplicates;  // beyond that
  Count late;
  Count in_flight;
};

// `begin`: no commit that was seen before it holds any of the offsets. `budget`: none: lateness has no measure.
LandedCounts count_landed(const std::vector<Cohort>& cohorts, const TableCommits& commits, LocalTime begin,
                          std::optional<Millis> budget);

}  // namespace tidemark
