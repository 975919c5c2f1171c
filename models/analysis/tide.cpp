// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/tide.h"

#include <algorithm>
#include <map>
#include <set>

#include "models/domain/rebuilt.h"

namespace tidemark {
namespace {
using Points = std::vector<TidePoint>;

// The points of one series over all its lanes.
Points merged(const Snapshot& snapshot, const SeriesKey& key, LocalTime from, LocalTime to) {
  return points_of(snapshot, snapshot.find(key), from, to);
}

// The polls at which a sum over several series is taken: those of the lanes that read most of them.
Points common_polls(const Snapshot& snapshot, const std::vector<SeriesKey>& keys, LocalTime from, LocalTime to) {
  std::map<std::size_t, std::size_t> count;
  for (const SeriesKey& key : keys)
    for (const std::size_t i : snapshot.find(key)) ++count[snapshot.columns[i].lane];
  std::size_t most = 0;
  for (const auto& [lane, series] : count) most = std::max(most, series);
  Points points;
  for (const auto& [lane, series] : count)
    for (const PollInfo& poll : snapshot.lanes[lane].polls)
      if (series == most && poll.wall >= from && poll.wall <= to)
        points.push_back({poll.wall, std::int64_t{0}, snapshot.lanes[lane].interval});
  std::ranges::stable_sort(points, {}, &TidePoint::at);
  return points;
}

void add(Points& sum, const Points& series) {
  std::size_t next = 0;
  for (TidePoint& point : sum) {
    while (next < series.size() && series[next].at <= point.at) ++next;
    if (next == 0 || !point.value.known()) continue;  // not there yet adds nothing
    const TidePoint& last = series[next - 1];
    if (point.at - last.at > blank_after_intervals * last.interval)
      point.value = Reason::collector_off;
    else
      point.value = last.value.map([&](std::int64_t v) { return *point.value + v; });
  }
}

TideLine line_of(const Snapshot& snapshot, Mark mark, const std::vector<SeriesKey>& keys, LocalTime from,
                 LocalTime to) {
  TideLine line{mark, {}};
  if (keys.size() == 1) {
    line.points = merged(snapshot, keys.front(), from, to);
  } else {
    std::vector<Points> all;
    for (const SeriesKey& key : keys) all.push_back(merged(snapshot, key, from, to));
    LocalTime first = to;
    for (const Points& series : all)
      if (!series.empty()) first = std::min(first, series.front().at);
    line.points = common_polls(snapshot, keys, first, to);
    for (const Points& series : all) add(line.points, series);
  }
  break_at_holes(line.points);
  return line;
}

// What the snapshot has of the topic.
struct Found {
  std::set<PartitionId> partitions;
  std::set<GroupId> groups;
  std::set<TableName> tables;
  std::map<GroupId, std::set<PartitionId>> of_group;
};

Found look(const Snapshot& snapshot, const TideSelection& selection) {
  Found found;
  for (const Column& column : snapshot.columns) {
    const auto tp = object::as_partition(column.spec.object);
    if (!tp || tp->topic != selection.topic || snapshot.cluster_of(column) != selection.cluster) continue;
    found.partitions.insert(tp->partition);
    if (selection.partition && tp->partition != *selection.partition) continue;
    if (const auto group = signal::group_of(column.spec.signal)) {
      if (std::ranges::none_of(column.reasons, [](Reason r) { return r == Reason::none; })) continue;
      found.groups.insert(*group);
      found.of_group[*group].insert(tp->partition);
    } else if (const auto table = signal::group_of(column.spec.signal, "table")) {
      found.tables.insert(TableName(table->value()));
    }
  }
  return found;
}

std::vector<SeriesKey> keys_of(const TideSelection& selection, const Signal& mark,
                               const std::set<PartitionId>& partitions) {
  std::vector<SeriesKey> keys;
  for (const PartitionId partition : partitions)
    keys.push_back({selection.cluster, mark, object::partition({selection.topic, partition})});
  return keys;
}

// The group with the largest known gap at `to`; without any known gap the first by name.
std::optional<GroupId> furthest_behind(const Snapshot& snapshot, const TideSelection& selection, const Found& found,
                                       LocalTime to) {
  std::optional<GroupId> worst;
  std::int64_t worst_gap = -1;
  for (const auto& [group, partitions] : found.of_group) {
    std::int64_t gap = 0;
    for (const PartitionId partition : partitions) {
      const Object object = object::partition({selection.topic, partition});
      const auto high = snapshot.at({selection.cluster, signal::high, object}, to);
      const auto committed = snapshot.at({selection.cluster, signal::group(group), object}, to);
      if (high && committed) gap += std::max<std::int64_t>(0, high->value - committed->value);
    }
    if (gap > worst_gap) {
      worst = group;
      worst_gap = gap;
    }
  }
  return worst;
}

bool concerns(const TideChart& chart, const Event& event) {
  const std::string_view kind = object::kind(event.object);
  if (kind == "broker" || kind == "cluster") return true;
  if (event.object == object::topic(chart.selection.topic)) return true;
  if (const auto tp = object::as_partition(event.object))
    return tp->topic == chart.selection.topic &&
           (!chart.selection.partition || *chart.selection.partition == tp->partition);
  if (chart.selection.group && event.object == object::group(*chart.selection.group)) return true;
  return chart.selection.table && kind == "table" && object::name(event.object) == chart.selection.table->value();
}

void collect_events(TideChart& chart, const Snapshot& snapshot) {
  for (const SourceEvent& entry : snapshot.events) {
    if (entry.source && snapshot.sources[*entry.source].spec.cluster != chart.selection.cluster) continue;
    if (entry.event.hi >= chart.from && entry.event.hi <= chart.to && concerns(chart, entry.event))
      chart.events.push_back(entry.event);
  }
}

std::optional<LocalTime> rebuilt_until(const Snapshot& snapshot, const TideChart& chart) {
  std::optional<LocalTime> last;
  for (const LaneInfo& lane : snapshot.lanes) {
    const SourceSpec& source = snapshot.sources[lane.source].spec;
    if (!is_rebuilt(source) || source.cluster != chart.selection.cluster) continue;
    for (const PollInfo& poll : lane.polls)
      if (poll.wall >= chart.from && poll.wall <= chart.to && (!last || poll.wall > *last)) last = poll.wall;
  }
  return last;
}

std::string detail_of(const Snapshot& snapshot, const TideChart& chart, LocalTime from, LocalTime to) {
  for (const GapInfo& entry : snapshot.gaps) {
    const LaneInfo& lane = snapshot.lanes[entry.lane];
    if (snapshot.sources[lane.source].spec.cluster != chart.selection.cluster) continue;
    if (entry.gap.from < to && entry.gap.to > from && !entry.gap.detail.empty()) return entry.gap.detail;
  }
  return {};
}

void collect_blanks(TideChart& chart, const Snapshot& snapshot) {
  std::vector<TideBlank> all;
  for (const Mark mark : {Mark::high, Mark::group}) {
    const TideLine* line = chart.line(mark);
    if (!line) continue;
    const Millis slack = line->points.back().interval;
    std::vector<TideBlank> blanks = blanks_of(line->points, chart.to);
    for (TideBlank& blank : blanks) {
      if (blank.reason == Reason::no_commit || blank.reason == Reason::not_applicable) continue;
      const bool covered = std::ranges::any_of(
          all, [&](const TideBlank& b) { return blank.from >= b.from - slack && blank.to <= b.to + slack; });
      if (!covered) all.push_back(std::move(blank));
    }
  }
  for (TideBlank& blank : all) blank.detail = detail_of(snapshot, chart, blank.from, blank.to);
  std::ranges::sort(all, {}, &TideBlank::from);
  chart.blanks = std::move(all);
}

Known<std::int64_t> value_at(const TideLine& line, LocalTime at) {
  const auto after = std::ranges::upper_bound(line.points, at, {}, &TidePoint::at);
  if (after == line.points.begin()) return Reason::no_history;
  const TidePoint& point = *(after - 1);
  if (at - point.at > blank_after_intervals * point.interval) return Reason::collector_off;
  return point.value;
}

// Since when the high mark is above `offset`, seen from `at`.
Known<TideAge> age_of(const TideLine& high, std::int64_t offset, LocalTime at) {
  const auto end = std::ranges::upper_bound(high.points, at, {}, &TidePoint::at);
  const TidePoint* above = nullptr;  // the earliest known point above, going back from `at`
  for (auto it = end; it != high.points.begin();) {
    --it;
    if (!it->value.known()) continue;
    if (*it->value > offset) {
      above = &*it;
      continue;
    }
    if (!above) return TideAge{at, Millis{0}, it->interval, false};  // drained
    const std::int64_t rise = *above->value - *it->value;
    const auto share = static_cast<double>(offset + 1 - *it->value) / static_cast<double>(rise);
    const auto into = Millis(static_cast<std::int64_t>(share * static_cast<double>((above->at - it->at).count())));
    const LocalTime since = it->at + into;
    return TideAge{since, at - since, std::max(into, Millis(above->at - it->at) - into), false};
  }
  if (!above) return Reason::no_history;
  return TideAge{above->at, at - above->at, {}, true};
}

Known<std::int64_t> difference(const Known<std::int64_t>& upper, const Known<std::int64_t>& lower) {
  if (!upper) return upper.reason();
  return lower.map([&](std::int64_t v) { return *upper - v; });
}
}  // namespace

const TideLine* TideChart::line(Mark mark) const {
  const auto it = std::ranges::find(lines, mark, &TideLine::mark);
  return it == lines.end() ? nullptr : &*it;
}

TideChart tide_chart(const Snapshot& snapshot, const TideSelection& selection, LocalTime from, LocalTime to) {
  TideChart chart;
  chart.selection = selection;
  chart.from = from;
  chart.to = to;
  const Found found = look(snapshot, selection);
  chart.partition_ids.assign(found.partitions.begin(), found.partitions.end());
  chart.groups.assign(found.groups.begin(), found.groups.end());
  chart.tables.assign(found.tables.begin(), found.tables.end());
  chart.partitions_all = found.partitions.size();
  if (!chart.selection.group) chart.selection.group = furthest_behind(snapshot, selection, found, to);
  if (!chart.selection.table && !found.tables.empty()) chart.selection.table = *found.tables.begin();

  std::set<PartitionId> partitions = found.partitions;
  if (selection.partition) {
    partitions = {*selection.partition};
  } else if (chart.selection.group && found.of_group.contains(*chart.selection.group)) {
    partitions = found.of_group.at(*chart.selection.group);
  }
  chart.partitions = partitions.size();

  const auto draw = [&](Mark mark, const Signal& name) {
    TideLine line = line_of(snapshot, mark, keys_of(selection, name, partitions), from, to);
    // A table that is not known is said to be, a group that never committed is not there.
    const bool told = mark == Mark::table && !line.points.empty();
    if (told || std::ranges::any_of(line.points, [](const TidePoint& p) { return p.value.known(); }))
      chart.lines.push_back(std::move(line));
  };
  if (!partitions.empty()) {
    draw(Mark::floor, signal::floor);
    if (chart.selection.table) draw(Mark::table, signal::table(*chart.selection.table));
    if (chart.selection.group) draw(Mark::group, signal::group(*chart.selection.group));
    draw(Mark::stable, signal::stable);
    draw(Mark::high, signal::high);
  }
  chart.rebuilt_until = rebuilt_until(snapshot, chart);
  collect_blanks(chart, snapshot);
  collect_events(chart, snapshot);
  return chart;
}

std::optional<TideMeasure> tide_measure(const TideChart& chart, LocalTime at) {
  const TideLine* high = chart.line(Mark::high);
  const TideLine* grid = high ? high : chart.lines.empty() ? nullptr : &chart.lines.back();
  if (!grid) return std::nullopt;
  TideMeasure measure;
  measure.at = grid->points[nearest_point(grid->points, at)].at;
  for (const TideLine& line : chart.lines)
    measure.values[static_cast<std::size_t>(line.mark)] = value_at(line, measure.at);
  const auto& end = chart.line(Mark::stable) ? measure.of(Mark::stable) : measure.of(Mark::high);
  measure.unread = difference(end, measure.of(Mark::group));
  measure.not_landed = difference(measure.of(Mark::group), measure.of(Mark::table));
  measure.open_transaction = difference(measure.of(Mark::high), measure.of(Mark::stable));
  const auto age = [&](Mark mark) -> Known<TideAge> {
    if (!measure.of(mark)) return measure.of(mark).reason();
    return high ? age_of(*high, *measure.of(mark), measure.at) : Known<TideAge>(Reason::never_polled);
  };
  measure.unread_age = age(Mark::group);
  measure.not_landed_age = age(Mark::table);
  return measure;
}

}  // namespace tidemark
