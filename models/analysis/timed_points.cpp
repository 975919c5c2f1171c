// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/timed_points.h"

#include <algorithm>

namespace tidemark {
namespace {
// A lane that did not ask says nothing about the value.
bool silent(Reason reason) { return reason == Reason::never_polled || reason == Reason::not_probed; }
}  // namespace

std::vector<TimedPoint> points_of(const Snapshot& snapshot, std::span<const std::size_t> columns, LocalTime from,
                                  LocalTime to) {
  std::vector<TimedPoint> points;
  for (const std::size_t i : columns) {
    const Column& column = snapshot.columns[i];
    const auto& polls = snapshot.polls_of(column);
    const Millis interval = snapshot.lanes[column.lane].interval;
    bool seen = false;
    for (std::size_t p = 0; p < polls.size(); ++p) {
      if (polls[p].wall < from || polls[p].wall > to) continue;
      seen = seen || !silent(column.reasons[p]);
      if (!seen || (columns.size() > 1 && silent(column.reasons[p]))) continue;
      points.push_back({polls[p].wall, column.at(p), interval});
    }
  }
  std::ranges::stable_sort(points, {}, &TimedPoint::at);
  return points;
}

void break_at_holes(std::vector<TimedPoint>& points) {
  std::vector<TimedPoint> out;
  out.reserve(points.size());
  for (const TimedPoint& point : points) {
    if (!out.empty() &&
        point.at - out.back().at > blank_after_intervals * std::max(out.back().interval, point.interval))
      out.push_back({out.back().at + out.back().interval, Reason::collector_off, out.back().interval});
    out.push_back(point);
  }
  points = std::move(out);
}

std::vector<TimeBlank> blanks_of(const std::vector<TimedPoint>& points, LocalTime to) {
  std::vector<TimeBlank> blanks;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i].value.known()) continue;
    const std::size_t first = i;
    while (i + 1 < points.size() && !points[i + 1].value.known()) ++i;
    const LocalTime from = first == 0 ? points[first].at : points[first - 1].at;
    const LocalTime until = i + 1 < points.size() ? points[i + 1].at : to;
    blanks.push_back({from, until, points[first].value.reason(), {}});
  }
  if (!points.empty() && points.back().value.known() &&
      to - points.back().at > blank_after_intervals * points.back().interval)
    blanks.push_back({points.back().at, to, Reason::collector_off, {}});
  return blanks;
}

std::size_t nearest_point(const std::vector<TimedPoint>& points, LocalTime at) {
  const auto after = std::ranges::lower_bound(points, at, {}, &TimedPoint::at);
  if (after == points.begin()) return 0;
  if (after == points.end()) return points.size() - 1;
  const auto before = after - 1;
  return static_cast<std::size_t>((at - before->at <= after->at - at ? before : after) - points.begin());
}

}  // namespace tidemark
