// SPDX-License-Identifier: GPL-3.0-or-later
// How one signal of one object went, as a chart draws it. Thread rule: none, pure functions. Units: values are those of
// the signal times 10^scale10, which is how they are kept.
#pragma once

#include "models/analysis/metric_branches.h"
#include "models/analysis/timed_points.h"

namespace tidemark {

struct MetricTrend {
  MetricChoice of;
  std::string unit;
  int scale10 = 0;
  LocalTime from;
  LocalTime to;
  std::vector<TimedPoint> points;  // ascending by time; an unknown one breaks the line
  std::vector<TimeBlank> blanks;
};

// What metric_trend() needs.
SnapshotRequest trend_request(const MetricChoice& of, LocalTime from, LocalTime to);
// Of what the source measured; values that are kept with another scale than the newest are left out.
MetricTrend metric_trend(const Snapshot& snapshot, const MetricChoice& of, LocalTime from, LocalTime to);

// The value at a poll, in the unit of the signal.
Known<double> value_at(const MetricTrend& trend, const TimedPoint& point);

}  // namespace tidemark
