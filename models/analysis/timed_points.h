// SPDX-License-Identifier: GPL-3.0-or-later
// Points of a series as a chart draws them: over all lanes that measured it, broken where polls are missing, and the
// stretches without a value. Thread rule: none, pure functions. Units: those of the series; local ms.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/domain/snapshot.h"

namespace tidemark {

struct TimedPoint {
  LocalTime at;
  Known<std::int64_t> value = Reason::never_polled;
  Millis interval{};  // of the lane that took it: lanes of different intervals may follow each other in one line
};

// A stretch in which a chart has nothing to say, and why.
struct TimeBlank {
  LocalTime from;
  LocalTime to;
  Reason reason = Reason::collector_off;
  std::string detail;
};

inline constexpr int blank_after_intervals = 3;

// The points of one series over all its columns, ascending by time. Before its first sample a series has no points: it
// was not there. What a lane did not ask is left to the other lanes.
std::vector<TimedPoint> points_of(const Snapshot& snapshot, std::span<const std::size_t> columns, LocalTime from,
                                  LocalTime to);
// Puts an unknown point where polls are missing for more than three intervals: no line must be drawn across.
void break_at_holes(std::vector<TimedPoint>& points);
// Runs of unknown points, from the last known one before to the first known one after.
std::vector<TimeBlank> blanks_of(const std::vector<TimedPoint>& points, LocalTime to);
// The point nearest to a time; `points` is not empty.
std::size_t nearest_point(const std::vector<TimedPoint>& points, LocalTime at);

}  // namespace tidemark
