// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/drill/lines.h"

#include <algorithm>
#include <set>

#include "models/analysis/age_series.h"
#include "models/analysis/cadence.h"
#include "models/analysis/groups.h"
#include "models/analysis/landing.h"
#include "models/analysis/paths.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr std::int64_t stale_after = 3;  // intervals

// The newest at or before `at` that is not stale; null where there is none.
template <class Poll>
const Poll* newest(const std::vector<Poll>& polls, LocalTime at, Millis interval) {
  const auto end = std::ranges::upper_bound(polls, at, {}, &Poll::at);
  if (end == polls.begin() || at - (end - 1)->at > stale_after * interval) return nullptr;
  return &*(end - 1);
}

std::vector<LocalTime> grid_of(const std::vector<DrillPart>& parts, LocalTime from, LocalTime at) {
  std::set<LocalTime> times;
  for (const DrillPart& part : parts)
    for (const MarkPoll& poll : part.group)
      if (poll.at >= from && poll.at <= at) times.insert(poll.at);
  return {times.begin(), times.end()};
}

template <class Value>
DrillLine summed(const DrillPath& path, const std::vector<LocalTime>& grid, Value&& value) {
  DrillLine out;
  for (const LocalTime time : grid) {
    DrillPoint& point = out.emplace_back(DrillPoint{time, std::int64_t{0}, Millis(0), Millis(0)});
    for (const DrillPart& part : path.parts) {
      const Known<std::int64_t> one = value(part, time, point.behind);
      if (!one) {
        point.value = one.reason();
        break;
      }
      point.value = *point.value + *one;
    }
  }
  return out;
}

DrillLine unread_line(const DrillPath& path, const std::vector<LocalTime>& grid) {
  return summed(path, grid, [&](const DrillPart& part, LocalTime time, Millis&) -> Known<std::int64_t> {
    const MarkPoll* poll = newest(part.group, time, path.interval);
    if (!poll) return Reason::collector_off;
    return poll->only_residue ? std::int64_t{0} : std::max<std::int64_t>(0, poll->readable - poll->committed);
  });
}

DrillLine not_landed_line(const DrillPath& path, const std::vector<LocalTime>& grid, Millis table_interval) {
  if (path.tables.empty()) return {};
  return summed(path, grid, [&](const DrillPart& part, LocalTime time, Millis& behind) -> Known<std::int64_t> {
    const MarkPoll* group = newest(part.group, time, path.interval);
    const MarkPoll* table = newest(part.table, time, std::max(path.interval, table_interval));
    if (!group || !table) return part.table.empty() ? Reason::never_polled : Reason::collector_off;
    behind = std::max(behind, Millis(time - table->at));
    return std::max<std::int64_t>(0, group->committed - table->committed);
  });
}

DrillLine age_line(const std::vector<AgeSeries>& series, const std::vector<LocalTime>& grid) {
  DrillLine out;
  for (const LocalTime time : grid) {
    DrillPoint& point = out.emplace_back(DrillPoint{time, std::int64_t{0}, Millis(0), Millis(0)});
    for (const AgeSeries& one : series) {
      const AgePoll* poll = newest(one.polls, time, one.interval);
      const Known<Millis> age = poll ? poll->age : Known<Millis>(Reason::collector_off);
      if (!age) {
        point = {time, age.reason(), Millis(0), Millis(0)};
        break;
      }
      // The table's poll may be a while ago; what waited then has grown older since.
      const std::int64_t now = *age == Millis(0) ? 0 : (*age + (time - poll->at)).count();
      point.behind = std::max(point.behind, Millis(time - poll->at));
      if (now >= *point.value) point = {time, now, poll->error + (time - poll->at), point.behind};
    }
    if (series.empty()) point.value = Reason::never_polled;
  }
  return out;
}

bool feeds(const TableInfo& table, const Path& path) {
  if (table.cluster != path.cluster && !path.cluster.value().empty()) return false;
  if (path.pipeline && !path.pipeline->table.empty()) return table.table.value() == path.pipeline->table;
  return table.group && *table.group == path.group;
}

struct Loaded {
  std::vector<AgeSeries> ages;
  Millis table_interval{};
};

Loaded load_parts(const DrillSight& sight, const Path& path, const std::vector<const TableInfo*>& tables,
                  LocalTime from, DrillPath& out) {
  Loaded loaded;
  const TopicTraits traits = traits_at(sight.snapshot, path.cluster, path.topic, sight.at);
  const std::size_t all = SIZE_MAX;
  for (const LagRow& row : path.rows) {
    DrillPart& part = out.parts.emplace_back(DrillPart{row.partition, {}, {}});
    const MarkKeys group({path.cluster, path.group, row.partition});
    part.group = mark_polls(sight.snapshot, group, traits, sight.at, all);
    const AgeSeries read = age_series(sight.snapshot, group, traits, from, sight.at);
    if (read.interval > Millis(0)) out.interval = read.interval;
    if (!out.ends_at_table) loaded.ages.push_back(read);
    for (const TableInfo* table : tables) {
      const MarkKeys keys = landing_keys(path.cluster, table->table, row.partition);
      auto polls = mark_polls(sight.snapshot, keys, traits, sight.at, all);
      const AgeSeries landed = age_series(sight.snapshot, keys, traits, from, sight.at);
      loaded.table_interval = std::max(loaded.table_interval, landed.interval);
      if (out.ends_at_table) loaded.ages.push_back(landed);
      // Of several tables the one that is furthest behind.
      const bool behind =
          part.table.empty() || (!polls.empty() && polls.back().committed < part.table.back().committed);
      if (behind) part.table = std::move(polls);
    }
  }
  return loaded;
}

DrillPath path_of(const DrillSight& sight, const Path& path, const std::vector<TableInfo>& all, LocalTime from) {
  DrillPath out{.cluster = path.cluster, .name = path.name, .topic = path.topic, .group = path.group};
  if (path.pipeline) {
    out.connector = path.pipeline->connector;
    out.named_table = path.pipeline->table;
  }
  const std::string_view connect = "connect-";
  if (out.connector.empty() && path.group.value().starts_with(connect))
    out.connector = path.group.value().substr(connect.size());
  if (path.budget && path.budget->target) out.target = *path.budget->target;
  std::vector<const TableInfo*> tables;
  for (const TableInfo& table : all) {
    if (!feeds(table, path) || !table.tells_offsets()) continue;
    tables.push_back(&table);
    out.tables.push_back(table.table);
    const Cadence cadence = cadence_of(table);
    out.cadence = std::max(out.cadence, cadence.median.value_or(cadence.configured.value_or(Millis(0))));
  }
  out.ends_at_table = out.has_table() && (!path.budget || path.budget->end != "group");
  const Loaded loaded = load_parts(sight, path, tables, from, out);
  const std::vector<LocalTime> grid = grid_of(out.parts, from, sight.at);
  out.unread = unread_line(out, grid);
  out.not_landed = not_landed_line(out, grid, loaded.table_interval);
  out.age = age_line(loaded.ages, grid);
  return out;
}

// Whether records wait for what moves; of production there is always somebody who could.
struct Step {
  LocalTime at;
  std::int64_t value = 0;
  bool waits = false;
};

std::vector<Step> steps_of(const DrillPart& part, Mover mover) {
  std::vector<Step> out;
  const auto& polls = mover == Mover::landed ? part.table : part.group;
  for (const MarkPoll& poll : polls) {
    if (mover == Mover::produced)
      out.push_back({poll.at, poll.high, true});
    else
      out.push_back({poll.at, poll.committed, !poll.only_residue && poll.readable > poll.committed});
  }
  return out;
}
}  // namespace

std::vector<DrillPath> drill_paths(const DrillSight& sight, LocalTime from) {
  std::vector<DrillPath> out;
  const std::vector<TableInfo> tables = tables_at(
      sight.snapshot, sight.at, {.cluster = sight.filter.cluster, .table = sight.filter.table}, sight.profile);
  for (const Path& path : paths_of(lag_rows(sight.snapshot, sight.at, sight.filter), sight.profile, sight.filter)) {
    if (!path.pipeline && is_coordinator(path.group)) continue;
    DrillPath one = path_of(sight, path, tables, from);
    if (sight.filter.table.empty() || !one.tables.empty()) out.push_back(std::move(one));
  }
  return out;
}

Filter near_filter(const Filter& filter, const std::vector<DrillPath>& paths) {
  Filter out;
  out.cluster = filter.cluster;
  for (const DrillPath& path : paths) {
    out.topic.push_back(path.topic.value());
    for (const TableName& table : path.tables) out.table.push_back(table.value());
  }
  // A glob that nothing has: nothing is in scope.
  if (out.topic.empty()) out.topic = {"/"};
  if (out.table.empty()) out.table = {"/"};
  return out;
}

std::vector<Stand> stands_of(const DrillPath& path, Mover mover, LocalTime from, LocalTime to) {
  std::vector<Stand> out;
  for (const DrillPart& part : path.parts) {
    const std::vector<Step> steps = steps_of(part, mover);
    for (std::size_t i = 0; i < steps.size();) {
      std::size_t end = i + 1;
      while (end < steps.size() && steps[end].value == steps[i].value && steps[end].at <= to) ++end;
      // From the first poll at which records waited on.
      std::size_t begin = i;
      while (begin < end && !steps[begin].waits) ++begin;
      const bool ended = end < steps.size() && steps[end].at <= to;
      const LocalTime until = ended ? steps[end].at : begin < end ? steps[end - 1].at : LocalTime();
      if (begin < end && until > steps[begin].at && until > from && steps[begin].at <= to)
        out.push_back({steps[begin].at, until, part.partition, ended});
      i = end;
    }
  }
  return out;
}

Peak peak_of(const DrillLine& line, LocalTime from, LocalTime to) {
  Peak out;
  for (const DrillPoint& point : line) {
    if (point.at < from || point.at > to || !point.value) continue;
    if (!out.value || *point.value > *out.value) out = {point.value, point.error, point.at};
  }
  return out;
}

}  // namespace tidemark
