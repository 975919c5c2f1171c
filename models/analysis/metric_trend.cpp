// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/metric_trend.h"

#include <cmath>

namespace tidemark {

SnapshotRequest trend_request(const MetricChoice& of, LocalTime from, LocalTime to) {
  SnapshotRequest request;
  request.from = from;
  request.to = to;
  if (!of.cluster.value().empty()) request.cluster_names = {of.cluster.value()};
  request.signal_names = {of.signal.value()};
  request.object_names = {of.object.value()};
  request.states = false;
  request.events = false;
  return request;
}

MetricTrend metric_trend(const Snapshot& snapshot, const MetricChoice& of, LocalTime from, LocalTime to) {
  MetricTrend out{.of = of, .from = from, .to = to};
  std::vector<std::size_t> columns;
  std::optional<LocalTime> newest;
  const auto found = snapshot.find({of.cluster, of.signal, of.object});
  for (const std::size_t i : found) {
    const Column& column = snapshot.columns[i];
    const SourceSpec& source = snapshot.sources[snapshot.lanes[column.lane].source].spec;
    const auto& polls = snapshot.polls_of(column);
    if (!measures(source) || source.name != of.source || polls.empty()) continue;
    columns.push_back(i);
    if (newest && polls.back().wall <= *newest) continue;
    newest = polls.back().wall;
    out.unit = column.spec.unit;
    out.scale10 = column.spec.scale10;
  }
  std::erase_if(columns, [&](std::size_t i) { return snapshot.columns[i].spec.scale10 != out.scale10; });
  out.points = points_of(snapshot, columns, from, to);
  break_at_holes(out.points);
  out.blanks = blanks_of(out.points, to);
  return out;
}

Known<double> value_at(const MetricTrend& trend, const TimedPoint& point) {
  return point.value.map([&](std::int64_t v) { return static_cast<double>(v) / std::pow(10.0, trend.scale10); });
}

}  // namespace tidemark
