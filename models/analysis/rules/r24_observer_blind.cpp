// SPDX-License-Identifier: GPL-3.0-or-later
// R24: more than half of the last w polls of an end of the path, or the last two, brought nothing.
#include <algorithm>

#include "models/analysis/rules/rule.h"
#include "models/domain/rebuilt.h"

namespace tidemark {
namespace {
// What the polls of one end of a path saw in the last w intervals before `at`.
struct Sight {
  std::int64_t due = 0;
  std::int64_t hidden = 0;
  std::optional<LocalTime> last;  // the newest poll that saw it
  Reason reason = Reason::collector_off;
};

// A poll that was made and not answered; other reasons are about the object, not about us.
bool is_blind(Reason reason) {
  return reason == Reason::unreachable || reason == Reason::no_permission || reason == Reason::collector_off;
}

// What all the columns say together at one poll: `none` where one of them saw something, or there was nothing to see.
Reason sight_at(const std::vector<const Column*>& columns, std::size_t poll) {
  Reason blind = Reason::none;
  for (const Column* column : columns) {
    const Reason reason = column->reasons[poll];
    if (!is_blind(reason)) return Reason::none;
    blind = reason;
  }
  return blind;
}

using ByLane = std::map<std::size_t, std::vector<const Column*>>;

// One poll of an end.
struct Look {
  LocalTime at;
  Millis interval;
  Reason reason;
};

// By all the lanes that are one but for their interval, which changes while a source is slow.
std::vector<Look> looks_of(const Snapshot& snapshot, const ByLane& by_lane, const LaneInfo& speaks, LocalTime at) {
  std::vector<Look> looks;
  for (const auto& [index, columns] : by_lane) {
    const LaneInfo& lane = snapshot.lanes[index];
    if (lane.source != speaks.source || lane.name != speaks.name) continue;
    for (std::size_t i = 0; i < polls_until(lane, at); ++i)
      looks.push_back({lane.polls[i].wall, lane.interval, sight_at(columns, i)});
  }
  std::ranges::stable_sort(looks, {}, &Look::at);
  return looks;
}

Sight sight_of(const std::vector<Look>& looks, Millis interval, LocalTime at) {
  Sight sight;
  const LocalTime from = at - static_cast<std::int64_t>(rule_polls) * interval;
  Look before{from, interval, Reason::none};
  bool begun = false;  // before its first poll a lane owes nothing
  for (const Look& look : looks) {
    if (look.reason == Reason::none)
      sight.last = look.at;
    else
      sight.reason = look.reason;
    const LocalTime since = std::max(before.at, from);
    const Millis due = std::max(before.interval, look.interval);
    before = look;
    if (look.at <= from) {
      begun = true;
      continue;
    }
    const std::int64_t missed = begun ? std::max<std::int64_t>(0, (look.at - since + due / 2) / due - 1) : 0;
    sight.due += 1 + missed;
    sight.hidden += (look.reason == Reason::none ? 0 : 1) + missed;
    begun = true;
  }
  const std::int64_t silent = begun ? (at - std::max(before.at, from)) / std::max(before.interval, interval) : 0;
  sight.due += silent;
  sight.hidden += silent;
  return sight;
}

struct End {
  std::string name;
  std::vector<SeriesKey> keys;
};

std::vector<End> ends_of(const PathCase& of) {
  std::vector<End> ends;
  if (!of.partitions.empty()) {
    End group{"group", {}}, log{"end of the log", {}};
    for (const PartitionCase& partition : of.partitions) {
      group.keys.push_back(partition.keys().committed);
      log.keys.push_back(partition.keys().high);
    }
    ends = {std::move(group), std::move(log)};
  }
  for (const TableCase& table : of.tables) {
    End end{"table " + table.table->table.value(), {}};
    for (const AlignRow* row : table.rows)
      end.keys.push_back({of.cluster, signal::table(table.table->table), object::partition(row->partition)});
    ends.push_back(std::move(end));
  }
  return ends;
}

// The poll asked for one of them and was answered, whatever the answer was.
bool told_at(const std::vector<const Column*>& columns, std::size_t poll) {
  return std::ranges::any_of(columns, [&](const Column* column) {
    const Reason reason = column->reasons[poll];
    return !is_blind(reason) && reason != Reason::never_polled && reason != Reason::not_probed;
  });
}

// The lane that saw the end last; where none ever did, there is nothing to judge.
std::optional<std::size_t> newest_sight(const Snapshot& snapshot, const ByLane& by_lane, LocalTime at) {
  std::optional<std::size_t> lane;
  LocalTime last = LocalTime::min();
  for (const auto& [index, columns] : by_lane) {
    const auto& polls = snapshot.lanes[index].polls;
    std::size_t poll = polls_until(snapshot.lanes[index], at);
    while (poll > 0 && !told_at(columns, poll - 1)) --poll;
    if (poll == 0 || (lane && polls[poll - 1].wall < last)) continue;
    lane = index;
    last = polls[poll - 1].wall;
  }
  return lane;
}

std::optional<Found> judge_end(const PathCase& of, const End& end) {
  const Snapshot& snapshot = of.file->snapshot;
  ByLane by_lane;
  for (const SeriesKey& key : end.keys)
    for (const std::size_t i : snapshot.find(key)) {
      const Column& column = snapshot.columns[i];
      // What was rebuilt nobody watched.
      if (!is_rebuilt(snapshot.sources[snapshot.lanes[column.lane].source].spec))
        by_lane[column.lane].push_back(&column);
    }
  const std::optional<std::size_t> speaks = newest_sight(snapshot, by_lane, of.file->at);
  if (!speaks) return std::nullopt;
  const LaneInfo& lane = snapshot.lanes[*speaks];
  const Sight sight = sight_of(looks_of(snapshot, by_lane, lane, of.file->at), lane.interval, of.file->at);
  const bool last_two = sight.last && of.file->at - *sight.last >= 2 * lane.interval && sight.hidden >= 2;
  if (sight.due < 2 || (2 * sight.hidden <= sight.due && !last_two)) return std::nullopt;
  Found found{.finding = {.severity = Severity::warn, .object = of.object()}, .about = end.name};
  if (sight.last) found.since = *sight.last;
  found.finding.params = {
      {"end", end.name}, {"hidden", sight.hidden}, {"due", sight.due}, {"reason", std::string(word(sight.reason))}};
  found.present = {"no answer for " + end.name};
  found.measured = {{"polls_hidden", sight.hidden}, {"polls_due", sight.due}};
  return found;
}
}  // namespace

std::vector<Found> observer_blind(const PathCase& of) {
  for (const End& end : ends_of(of))
    if (auto found = judge_end(of, end)) return {*std::move(found)};
  return {};
}

}  // namespace tidemark
