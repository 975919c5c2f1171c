// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/path_rows.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "models/analysis/age.h"
#include "models/analysis/landing.h"
#include "models/analysis/paths.h"
#include "models/analysis/reading.h"
#include "models/analysis/row_keys.h"
#include "models/analysis/scope.h"
#include "models/analysis/tables.h"

namespace tidemark {
namespace {
constexpr Millis unclassified_late{300'000};
constexpr Millis trend_over{120'000};
constexpr double near_budget = 0.8;

using Landings = std::map<std::tuple<ClusterName, GroupId, TopicName>, std::vector<AlignRow>>;

Landings landings_of(std::vector<AlignRow> rows) {
  Landings out;
  for (AlignRow& row : rows) {
    if (!row.group) continue;
    auto& list = out[{row.cluster, *row.group, row.partition.topic}];
    list.push_back(std::move(row));
  }
  return out;
}

bool in_trouble(const AlignRow& row) {
  const bool quiet = row.state == AlignState::aligned || row.state == AlignState::idle ||
                     row.state == AlignState::pending || row.state == AlignState::unknown;
  return !quiet && row.severity != Severity::note;
}

// All that was produced until `complete through` is in the table: what came after is at most that old.
Known<Millis> table_age_of(const AlignRow& row, LocalTime at) {
  if (row.durable && row.high && *row.durable >= *row.high) return Millis(0);
  return row.partition_complete_through.map([at](LocalTime through) { return at - through; });
}

// What was not landed two minutes ago, against now; `rows` of one table.
Known<Trend> landing_trend(const Snapshot& now, const std::vector<AlignRow>& rows, LocalTime at) {
  std::int64_t before = 0;
  std::int64_t after = 0;
  for (const AlignRow& row : rows) {
    const Object object = object::partition(row.partition);
    const auto gap = [&](LocalTime time) -> std::optional<std::int64_t> {
      const auto group = now.at({row.cluster, signal::group(*row.group), object}, time);
      const auto table = now.at({row.cluster, signal::table(row.table), object}, time);
      if (!group || !table) return std::nullopt;
      return std::max<std::int64_t>(0, group->value - table->value);
    };
    const auto then = gap(at - trend_over);
    const auto today = gap(at);
    if (!then || !today) return Reason::no_history;
    before += *then;
    after += *today;
  }
  if (before == after) return Trend::flat;
  return after > before ? Trend::growing : Trend::draining;
}

void put_table(const Snapshot& now, const std::vector<TableInfo>& tables, const std::vector<AlignRow>& rows,
               LocalTime at, PathRow& path) {
  path.landing = rows.front();  // worst first
  path.table = rows.front().table;
  std::vector<AlignRow> own;
  for (const AlignRow& row : rows)
    if (row.table == rows.front().table) own.push_back(row);
  path.table_partitions = std::ssize(own);
  path.table_age = path.table_age_error = Reason::no_history;
  for (const AlignRow& row : own) {
    path.not_landed.add(row.commit_gap.map([](std::int64_t gap) { return std::max<std::int64_t>(0, gap); }));
    const Known<Millis> age = table_age_of(row, at);
    if (age && (!path.table_age || *age > *path.table_age)) {
      path.table_age = age;
      path.table_age_error =
          *age == Millis(0) ? row.sampled_at.map([at](LocalTime t) { return at - t; }) : row.complete_through_error;
    } else if (!age && !path.table_age) {
      path.table_age = path.table_age_error = age.reason();
    }
  }
  path.not_landing = std::ranges::any_of(own, in_trouble);
  if (path.not_landed.value.value_or(0) > 0) path.trend = landing_trend(now, own, at);
  for (const TableInfo& info : tables) {
    if (info.cluster != own.front().cluster || info.table != own.front().table) continue;
    for (const AlignRow& row : own) {
      if (row.commit_gap.value_or(0) <= 0) continue;
      const Known<Millis> left = landing_headroom(now, info, row.partition, at);
      if (left && (!path.safe_until || at + *left < *path.safe_until)) path.safe_until = at + *left;
    }
  }
}

Lateness lateness_of(const PathRow& path) {
  if (path.not_landing) return Lateness::late;
  const FreshnessRow& fresh = path.fresh;
  const Millis target = fresh.target.value_or(unclassified_late);
  const bool draining = !fresh.target && path.trend && *path.trend == Trend::draining;
  if (path.at_least && *path.at_least > target && !draining) return Lateness::late;
  const bool all_known = fresh.known_partitions == fresh.all_partitions && fresh.all_partitions > 0;
  const bool landing_known = !path.landing || path.landing->state != AlignState::unknown;
  if (!path.age || !all_known || !landing_known || !fresh.decides(target)) return Lateness::unknown;
  const auto share =
      static_cast<double>(path.age->count()) / static_cast<double>(std::max<std::int64_t>(1, target.count()));
  return fresh.target && share > near_budget ? Lateness::near : Lateness::fine;
}

// The end is what the class asks for; without a class it is the table, where the path has one. Of a path with more than
// one hop the table knows only the last.
void put_age(const Profile& profile, PathRow& path) {
  const bool table = path.table && path.fresh.hops == 1 && !class_of(profile, path.fresh.class_name);
  path.age = table ? path.table_age : path.fresh.age;
  path.age_error = table ? path.table_age_error : path.fresh.age_error;
  path.at_least = table ? certain_age(path.table_age, path.table_age_error) : path.fresh.at_least;
}

PathRow row_of(const Snapshot& now, const Profile& profile, const std::vector<TableInfo>& tables,
               const std::vector<AlignRow>* landing, FreshnessRow fresh, LocalTime at) {
  PathRow path;
  path.fresh = std::move(fresh);
  path.trend = path.fresh.trend;
  path.safe_until = path.fresh.safe_until;
  path.where = path.fresh.where;
  path.since = path.fresh.since;
  if (landing) put_table(now, tables, *landing, at, path);
  if (!path.table && path.fresh.table) {
    path.table = path.fresh.table;
    path.not_landed.value = path.fresh.not_landed;
  }
  put_age(profile, path);
  if (path.not_landing || (!path.where && path.not_landed.value.value_or(0) > 0)) {
    path.where = Stage::table;
    path.since = path.landing->not_landed_since;
  }
  for (const std::string& before : path.fresh.before) path.route += before + " → ";
  path.route += path.fresh.topic.value() + " → " + (path.table ? path.table->value() : path.fresh.group.value());
  path.lateness = lateness_of(path);
  return path;
}

auto order_of(const PathRow& row) {
  return std::tuple(static_cast<int>(row.lateness), -static_cast<int>(row.not_landing),
                    -row.age.value_or(Millis(-1)).count());
}

Keyed<PathRow> keyed(PathRow row) {
  const FreshnessRow& fresh = row.fresh;
  std::string key = joined({fresh.cluster.value(), fresh.group.value(), fresh.topic.value()});
  std::string text =
      lower(joined({row.route, fresh.path, fresh.group.value(), fresh.class_name, or_empty(fresh.owner)}));
  return {std::move(key), std::move(text), std::move(row)};
}

PathClass class_row(const Profile& profile, const std::string& name) {
  PathClass out{.name = name};
  const ClassProfile* budget = class_of(profile, name);
  if (!budget) return out;
  if (budget->target) out.target = *budget->target;
  if (budget->objective) out.objective = *budget->objective;
  out.end = budget->end;
  return out;
}

// Classes as the profile lists them, then the others.
std::size_t place_of(const Profile& profile, const std::string& name) {
  const auto it = std::ranges::find(profile.classes, name, &ClassProfile::name);
  return static_cast<std::size_t>(it - profile.classes.begin());
}

std::vector<PathRow> path_rows(const Snapshot& now, LocalTime at, const Profile& profile, const Filter& filter,
                               const Snapshot* history, const std::vector<HopPath>& hops) {
  const std::vector<TableInfo> tables = tables_at(now, at, {}, profile);
  const Landings landings = landings_of(align_rows(now, at, {}, profile));
  std::vector<PathRow> rows;
  for (FreshnessRow& fresh : freshness_rows(now, at, profile, filter, FreshnessBy::path, history, hops)) {
    const auto landing = landings.find({fresh.cluster, fresh.group, fresh.topic});
    rows.push_back(
        row_of(now, profile, tables, landing == landings.end() ? nullptr : &landing->second, std::move(fresh), at));
  }
  std::ranges::stable_sort(rows, {}, order_of);
  return rows;
}
}  // namespace

const PathRow* Home::worst() const {
  const PathRow* worst = nullptr;
  for (const auto& branch : classes)
    for (const auto& path : branch.children)
      if (path.row.lateness == Lateness::late && (!worst || order_of(path.row) < order_of(*worst))) worst = &path.row;
  return worst;
}

Home home_of(const Snapshot& now, LocalTime at, const Profile& profile, const Snapshot* history,
             const std::vector<HopPath>& hops) {
  Home home;
  std::map<std::pair<std::size_t, std::string>, Branch<PathClass, PathRow>> classes;
  for (PathRow& row : path_rows(now, at, profile, {}, history, hops)) {
    ++home.paths;
    if (row.lateness == Lateness::late) ++home.late;
    if (row.lateness == Lateness::unknown) ++home.unknown;
    const std::string name = row.fresh.class_name;
    auto& branch = classes[{place_of(profile, name), name}];
    if (branch.children.empty()) branch.parent = {name, lower(name), class_row(profile, name)};
    if (row.lateness == Lateness::late) ++branch.parent.row.late;
    if (row.lateness == Lateness::unknown) ++branch.parent.row.unknown;
    branch.children.push_back(keyed(std::move(row)));
  }
  for (auto& [place, branch] : classes) home.classes.push_back(std::move(branch));
  drop_doubles(home.classes);
  home.tables_seen = !now.commits.empty() || std::ranges::any_of(now.states, [](const StateSpan& span) {
    return object::kind(span.object) == "table";
  });
  home.connectors_seen =
      std::ranges::any_of(now.states, [](const StateSpan& span) { return object::kind(span.object) == "connector"; });
  return home;
}

}  // namespace tidemark
