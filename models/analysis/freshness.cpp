// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/freshness.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "models/analysis/age.h"
#include "models/analysis/groups.h"
#include "models/analysis/hop_ages.h"
#include "models/analysis/lag_findings.h"
#include "models/analysis/path_end.h"
#include "models/analysis/scope.h"
#include "models/analysis/slices.h"
#include "models/analysis/sums.h"
#include "models/analysis/verdict.h"
#include "models/domain/mirror.h"

namespace tidemark {
namespace {
constexpr Millis hour{3'600'000};
constexpr Millis unclassified_late{300'000};
constexpr double default_objective = 99;

// Of the lag over the polls that a verdict looks at, summed over the partitions. What is less than one part in a
// hundred of it, or than half of what is produced from one poll to the next, is flat.
Known<Trend> trend_of(const Snapshot& snapshot, const std::vector<MarkKeys>& partitions, LocalTime at) {
  constexpr std::size_t fewest = 3;
  constexpr std::int64_t steady_share = 100;
  std::int64_t before = 0, after = 0, in_half_a_poll = 0;
  bool any = false;
  for (const MarkKeys& keys : partitions) {
    const auto polls = mark_polls(snapshot, keys, {}, at, verdict_polls);
    if (polls.size() < fewest) continue;
    before += polls.front().high - polls.front().committed;
    after += polls.back().high - polls.back().committed;
    in_half_a_poll += (polls.back().high - polls.front().high) / std::ssize(polls) / 2;
    any = true;
  }
  if (!any) return Reason::no_history;
  const std::int64_t steady = std::max(std::max(before, after) / steady_share, in_half_a_poll);
  if (std::abs(after - before) <= steady) return Trend::flat;
  return after > before ? Trend::growing : Trend::draining;
}

// A timeline says nothing of the time before its first poll.
LocalTime begin_of(const Snapshot& history) {
  return history.oldest ? std::max(history.from, *history.oldest) : history.from;
}

// What is measured at the end of a path.
struct End {
  std::vector<MarkKeys> partitions;
  TopicTraits traits;
  const HopEnd* hops = nullptr;  // of a path with more than one
};

std::vector<AgeSeries> ages_of(const Snapshot& snapshot, const End& end, LocalTime at) {
  std::vector<AgeSeries> out;
  if (end.hops) return {hop_ages(snapshot, *end.hops, end.partitions, end.traits, begin_of(snapshot), at)};
  for (const MarkKeys& keys : end.partitions)
    out.push_back(age_series(snapshot, keys, end.traits, begin_of(snapshot), at));
  return out;
}

void put_budget(const Snapshot& history, const Path& path, const End& end, LocalTime at, FreshnessRow& row) {
  auto ages = ages_of(history, end, at);
  if (!path.budget || !path.budget->target) {
    row.since = late_since(ages, Millis(0));
    return;
  }
  if (end.hops) ages.front() = decided(std::move(ages.front()), *row.target);
  row.slices = slices_of(ages, *row.target, begin_of(history), at);
  const std::vector<Slice>& slices = row.slices.minutes;
  row.objective = path.budget->objective.value_or(default_objective);
  row.good_slices = std::ranges::count(slices, Slice::good);
  row.bad_slices = std::ranges::count(slices, Slice::bad);
  row.unknown_slices = std::ranges::count(slices, Slice::unknown);
  row.budget_used = budget_used(slices, row.objective);
  put_burns(slices, row);
  row.since = late_since(ages, *row.target);
}

// The first stage that waits: records that a transaction holds back are not readable, others not read.
Known<Stage> where_of(const Path& path, const LagSum& sum) {
  if (!sum.age) return sum.age.reason();
  if (*sum.age > Millis(0)) return Stage::group;
  if (sum.age_missing) return *sum.age_missing;
  const bool held = std::ranges::any_of(
      path.rows, [](const LagRow& row) { return row.residue && *row.residue == Residue::open_txn; });
  return held ? Known<Stage>(Stage::readable) : Known<Stage>(Reason::not_applicable);
}

// The end `group`: the consumer's offset.
void put_group(const Path& path, const LagSum& sum, LocalTime at, FreshnessRow& row) {
  row.known_partitions = sum.known;
  row.all_partitions = sum.all;
  row.at_least = certain_age(sum.age, sum.age_error);
  row.age = sum.age_missing ? Known<Millis>(*sum.age_missing) : sum.age;
  row.age_error = sum.age_missing ? Known<Millis>(*sum.age_missing) : sum.age_error;
  row.worst_partition = sum.worst;
  if (sum.age_missing && !sum.worst) row.worst_partition = *sum.age_missing;
  row.where = where_of(path, sum);
  row.safe_until = sum.headroom.map([at](Millis left) { return at + std::min(left, 1'000'000 * hour); });
  row.evidence = Evidence::exact;
}

// The ends `table` and `queryable`: what is in a committed snapshot.
void put_table(const PathEnd& end, FreshnessRow& row) {
  row.known_partitions = end.known;
  row.all_partitions = end.all;
  row.age = end.age;
  row.at_least = end.at_least;
  row.age_error = end.age_error;
  row.worst_partition = end.worst;
  row.where = end.where;
  row.safe_until = end.safe_until;
  row.evidence = end.evidence;
}

End end_of(const Snapshot& snapshot, const Path& path, const FreshnessRow& row, const PathEnd& table, LocalTime at) {
  End end;
  if (row.ends_at_table())
    for (const TableStretch& stretch : table.stretches) end.partitions.push_back(stretch.keys);
  else
    for (const LagRow& lag : path.rows)
      end.partitions.emplace_back(GroupPartition{lag.cluster, lag.group, lag.partition});
  end.traits = traits_at(snapshot, row.cluster, path.topic, at);
  return end;
}

// The longest over the partitions.
Known<Millis> seen_every(const Snapshot& snapshot, const End& end, LocalTime at) {
  Known<Millis> out = Reason::never_polled;
  for (const MarkKeys& keys : end.partitions)
    if (const auto mark = snapshot.at(keys.committed, at); mark && (!out || *out < mark->interval))
      out = mark->interval;
  return out;
}

FreshnessRow head_of(const Path& path, const HopEnd* hops) {
  FreshnessRow row;
  if (hops && hops->hops.back().kind == HopKind::sink) row.end = "table";
  row.cluster = path.cluster;
  row.path = path.name;
  row.topic = path.topic;
  row.group = path.group;
  row.owner = path.owner;
  if (!path.budget) return row;
  row.class_name = path.budget->name;
  row.end = path.budget->end;
  if (path.budget->target) row.target = *path.budget->target;
  return row;
}

FreshnessRow row_of(const Snapshot& now, const Snapshot& history, const std::vector<TableInfo>& tables,
                    const Path& path, const HopEnd* hops, LocalTime at) {
  LagSum sum;
  for (const LagRow& row : path.rows) sum.add(row);
  FreshnessRow row = head_of(path, hops);
  const PathEnd table = path_end(now, tables, path, at);
  if (!table.stretches.empty()) {
    row.cluster = table.stretches.front().table->cluster;
    row.table = table.stretches.front().table->table;
    row.not_landed = table.not_landed;
  }
  if (!path.rows.empty()) {
    row.unread = sum.unread;
    row.verdict = sum.verdict;
  }
  if (row.ends_at_table() ? table.stretches.empty() : path.rows.empty()) {
    row.age = Reason::never_polled;
    row.age_error = Reason::never_polled;
    if (!row.ends_at_table()) return row;
    row.where = Reason::never_polled;
    row.not_landed = Reason::never_polled;
    row.safe_until = Reason::never_polled;
    return row;
  }
  if (row.ends_at_table())
    put_table(table, row);
  else
    put_group(path, sum, at, row);
  End end = end_of(now, path, row, table, at);
  end.hops = hops;
  row.seen_every = seen_every(now, end, at);
  put_budget(history, path, end, at, row);
  row.trend = trend_of(now, end.partitions, at);
  if (row.known_partitions > 0) return row;
  const Reason why = row.ends_at_table() ? row.age.reason() : sum.lag.reason();
  row.trend = why;
  row.since = why;
  return row;
}

// One partition that is late for certain is enough.
bool is_over(const FreshnessRow& row) {
  if (!row.at_least) return false;
  if (row.target) return *row.at_least > *row.target;
  return *row.at_least > unclassified_late && !(row.trend && *row.trend == Trend::draining);
}

bool worse(const FreshnessRow& a, const FreshnessRow& b) {
  const auto key = [](const FreshnessRow& row) {
    const bool known = row.age && row.known_partitions == row.all_partitions;
    const int urgency = is_over(row) ? 0 : known && row.decides(row.target.value_or(unclassified_late)) ? 2 : 1;
    return std::tuple(urgency, -row.budget_used.value_or(-1), -row.age.value_or(Millis(-1)).count());
  };
  const auto ka = key(a);
  const auto kb = key(b);
  return ka != kb ? ka < kb : std::tie(a.path, a.cluster) < std::tie(b.path, b.cluster);
}

std::string label(const FreshnessRow& row, FreshnessBy by) {
  switch (by) {
    case FreshnessBy::topic:
      return row.topic.value();
    case FreshnessBy::class_name:
      return row.class_name;
    case FreshnessBy::owner:
      return row.owner.value_or("nobody");
    case FreshnessBy::group:
      return row.group.value();
    case FreshnessBy::path:
      break;
  }
  return row.path;
}

void add_to(Known<std::int64_t>& sum, const Known<std::int64_t>& part) {
  if (part) sum = sum.value_or(0) + *part;
}

// The worst row of each label speaks for it; counts are summed. `rows` are sorted, worst first.
std::vector<FreshnessRow> grouped(const std::vector<FreshnessRow>& rows, FreshnessBy by) {
  std::vector<FreshnessRow> out;
  std::map<std::string, std::size_t> index;
  for (const FreshnessRow& row : rows) {
    const std::string name = label(row, by);
    const auto [it, fresh] = index.try_emplace(name, out.size());
    if (fresh) {
      out.push_back(row);
      out.back().path = name;
      continue;
    }
    FreshnessRow& sum = out[it->second];
    add_to(sum.good_slices, row.good_slices);
    add_to(sum.bad_slices, row.bad_slices);
    add_to(sum.unknown_slices, row.unknown_slices);
    add_to(sum.unread, row.unread);
    add_to(sum.not_landed, row.not_landed);
    sum.known_partitions += row.known_partitions;
    sum.all_partitions += row.all_partitions;
    if (row.safe_until && (!sum.safe_until || *row.safe_until < *sum.safe_until)) sum.safe_until = row.safe_until;
  }
  return out;
}

std::vector<Finding> findings_of(const std::vector<FreshnessRow>& rows) {
  std::vector<Finding> findings;
  for (const FreshnessRow& row : rows)
    for (const auto& rule : {late_finding, burning_finding})
      if (auto finding = rule(row)) findings.push_back(*std::move(finding));
  sort_findings(findings);
  return findings;
}

// The age of a path with more than one hop is that of the whole.
void put_hops(const HopEnd& end, const std::vector<HopPath>& hops, FreshnessRow& row) {
  const auto walked =
      std::ranges::find_if(hops, [&](const HopPath& path) { return path.hops.back().hop.leg == end.hops.back().leg; });
  row.hops = end.hops.size();
  for (std::size_t i = 0; i + 1 < end.hops.size(); ++i) {
    const Hop& hop = end.hops[i];
    row.before.push_back(hop.kind == HopKind::source ? hop.name : hop.from.value());
  }
  row.age = row.age_error = row.at_least = Reason::not_probed;
  row.hop = Reason::not_probed;
  row.evidence = Evidence::unknown;
  if (walked == hops.end()) return;
  row.at_least = walked->age_least;
  row.bound = walked->age_most ? AgeBound::at_most : AgeBound::at_least;
  row.age = walked->age_most ? walked->age_most : walked->age_least;
  row.age_error = walked->age_most.map([&](Millis most) { return most - walked->age_least.value_or(Millis(0)); });
  if (!row.age) row.bound = AgeBound::measured;
  row.hop = walked->where.map([&](std::size_t i) { return walked->hops[i].hop.name; });
  // What waits before the last topic has not been produced there.
  if (walked->where && *walked->where + 1 < walked->hops.size()) row.where = Stage::produced;
  row.evidence = Evidence::derived;
  for (const HopRow& hop : walked->hops)
    if (hop.now.age || row.bound == AgeBound::at_most) row.evidence = std::max(row.evidence, hop.now.evidence);
}

std::vector<FreshnessRow> rows_of(const Snapshot& now, const std::vector<TableInfo>& tables, LocalTime at,
                                  const Profile& profile, const Filter& filter, FreshnessBy by, const Snapshot* history,
                                  const std::vector<HopPath>& hops) {
  std::vector<FreshnessRow> rows;
  const std::vector<HopEnd> ends = promised_ends(profile);
  for (const Path& path : paths_of(lag_rows(now, at, filter), profile, filter)) {
    if (!path.pipeline && is_coordinator(path.group)) continue;  // a sink's own group: nobody's data ends there
    const bool budgeted = path.budget && path.budget->target;
    const auto end = std::ranges::find_if(ends, [&](const HopEnd& of) { return of.hops.back().leg == path.pipeline; });
    const HopEnd* of_hops = end == ends.end() ? nullptr : &*end;
    FreshnessRow row = row_of(now, history && budgeted ? *history : now, tables, path, of_hops, at);
    if (of_hops) put_hops(*of_hops, hops, row);
    if (filter.table.empty() || (row.table && in_scope(filter.table, row.table->value())))
      rows.push_back(std::move(row));
  }
  std::ranges::sort(rows, worse);
  return by == FreshnessBy::path ? rows : grouped(rows, by);
}

std::string seconds(Millis time) {
  return time.count() % 1000 == 0 ? std::to_string(time.count() / 1000) + " s" : std::to_string(time.count()) + " ms";
}

// A target that is finer than what is seen: a path may be in time and nobody knows, or late for less than a poll.
std::optional<std::string> too_fine(const FreshnessRow& row) {
  if (!row.target || !row.seen_every) return std::nullopt;
  const Millis error = row.hops > 1 ? Millis(0) : row.age_error.value_or(Millis(0));
  if (*row.seen_every + error <= *row.target) return std::nullopt;
  std::string note = row.path + ": its target of " + seconds(*row.target) + " is finer than what is seen, every " +
                     seconds(*row.seen_every);
  if (error > Millis(0)) note += " with an error of " + seconds(error);
  return note + ": poll more often";
}

// Targets that the writer's own interval, or ours, rules out.
std::vector<std::string> notes_of(const std::vector<FreshnessRow>& rows, const std::vector<TableInfo>& tables) {
  std::vector<std::string> notes;
  for (const FreshnessRow& row : rows) {
    if (auto note = too_fine(row)) notes.push_back(*std::move(note));
    if (!row.ends_at_table() || !row.target || !row.table) continue;
    const auto table = std::ranges::find_if(
        tables, [&](const TableInfo& t) { return t.cluster == row.cluster && t.table == *row.table; });
    if (table == tables.end() || !table->interval || *table->interval <= *row.target) continue;
    notes.push_back(row.path + ": its target of " + std::to_string(row.target->count() / 1000) +
                    " s is unreachable by configuration, " + row.table->value() + " is committed every " +
                    std::to_string(table->interval->count() / 1000) + " s");
  }
  return notes;
}

bool both(const Known<double>& window, const Known<double>& twelfth, double rate) {
  return window.value_or(0) >= rate && twelfth.value_or(0) >= rate;
}
constexpr double gone_in_two_days = 14.4;
constexpr double gone_in_five_days = 6;

Object end_object(const FreshnessRow& row) {
  return row.ends_at_table() && row.table ? Object("table:" + row.table->value()) : object::group(row.group);
}
}  // namespace

void put_burns(const std::vector<Slice>& slices, FreshnessRow& row) {
  const auto burn = [&](Millis window) { return burn_rate(slices, row.objective, window); };
  row.burn_5m = burn(hour / 12);
  row.burn_30m = burn(hour / 2);
  row.burn_1h = burn(hour);
  row.burn_6h = burn(6 * hour);
  row.burn_3d = burn(72 * hour);
}

std::optional<Finding> burning_finding(const FreshnessRow& row) {
  if (!row.target || !both(row.burn_3d, row.burn_6h, 1)) return std::nullopt;
  Finding finding{.rule = "F02", .severity = Severity::warn, .object = end_object(row)};
  finding.params = {{"path", row.path}, {"rate", *row.burn_3d}, {"target", *row.target}, {"topic", row.topic.value()}};
  return finding;
}

std::optional<Finding> late_finding(const FreshnessRow& row) {
  if (!row.target || !is_over(row)) return std::nullopt;
  const bool burns =
      both(row.burn_1h, row.burn_5m, gone_in_two_days) || both(row.burn_6h, row.burn_30m, gone_in_five_days);
  Finding finding{.rule = "F01", .severity = burns ? Severity::error : Severity::warn, .object = end_object(row)};
  finding.params = {{"path", row.path},
                    {"age", row.age.value_or(*row.at_least)},
                    {"target", *row.target},
                    {"topic", row.topic.value()}};
  return finding;
}

std::string_view word(AgeBound bound) {
  switch (bound) {
    case AgeBound::at_most:
      return "at-most";
    case AgeBound::at_least:
      return "at-least";
    case AgeBound::measured:
      break;
  }
  return "measured";
}

Known<bool> is_late(const FreshnessRow& row) {
  if (!row.target) return row.target.reason();
  if (is_over(row)) return true;
  if (!row.age) return row.age.reason();
  if (row.decides(*row.target)) return false;
  return row.age_error ? Reason::ambiguous : row.age_error.reason();
}

std::optional<SnapshotRequest> freshness_history(const Profile& profile, LocalTime from, LocalTime at) {
  std::set<std::string> topics;
  bool mirrored = false;
  for (const PipelineProfile& pipeline : profile.pipelines)
    if (const ClassProfile* budget = class_of(profile, pipeline.class_name); budget && budget->target)
      topics.insert(pipeline.topic);
  if (topics.empty()) return std::nullopt;
  for (const HopEnd& end : promised_ends(profile))
    for (const Hop& hop : end.hops) {
      if (!topics.contains(end.hops.back().from.value())) continue;
      if (!hop.from.value().empty()) topics.insert(hop.from.value());
      mirrored = mirrored || hop.mirror_of;
    }
  SnapshotRequest request = lag_request(at);
  request.from = from;
  request.signal_prefixes.emplace_back("table:");
  if (mirrored)
    for (const std::string_view prefix : {signal::mirrored_prefix, signal::mirrored_target_prefix})
      request.signal_prefixes.emplace_back(prefix);
  request.topic_names.assign(topics.begin(), topics.end());
  request.ages_from_history = false;
  return request;
}

SnapshotRequest freshness_request(LocalTime at, const Filter& filter) {
  constexpr std::size_t commits_looked_at = 50;  // of each table: whether its mark and its commits agree
  SnapshotRequest request = lag_request(at, filter);
  request.signal_prefixes.emplace_back("table:");
  request.min_commits = commits_looked_at;
  return request;
}

std::vector<FreshnessRow> freshness_rows(const Snapshot& now, LocalTime at, const Profile& profile,
                                         const Filter& filter, FreshnessBy by, const Snapshot* history,
                                         const std::vector<HopPath>& hops) {
  return rows_of(now, tables_at(now, at, {.cluster = filter.cluster}, profile), at, profile, filter, by, history, hops);
}

Document freshness_document(const Snapshot& now, LocalTime at, const Profile& profile, const Filter& filter,
                            FreshnessBy by, const Snapshot* history, const std::vector<HopPath>& hops) {
  const Snapshot& window = history ? *history : now;
  Document document = frame("freshness", window, begin_of(window), at, filter);
  const std::vector<TableInfo> tables = tables_at(now, at, {.cluster = filter.cluster}, profile);
  const std::vector<FreshnessRow> rows = rows_of(now, tables, at, profile, filter, by, history, hops);
  document.findings = findings_of(rows);
  for (const FreshnessRow& row : rows)
    document.rows.push_back({{"class", row.class_name},
                             {"path", row.path},
                             {"cluster", row.cluster.value()},
                             {"topic", row.topic.value()},
                             {"group", row.group.value()},
                             {"table", row.table.map([](const TableName& name) { return name.value(); })},
                             {"end", row.end},
                             {"evidence", word(row.evidence)},
                             {"age_ms", row.age},
                             {"age_error_ms", row.age_error},
                             {"age_bound", row.age.map([&](Millis) { return std::string(word(row.bound)); })},
                             {"age_least_ms", row.at_least},
                             {"late", is_late(row)},
                             {"since", row.since},
                             {"trend", row.trend.map([](Trend v) { return std::string(word(v)); })},
                             {"target_ms", row.target},
                             {"budget_used", row.budget_used},
                             {"good_slices", row.good_slices},
                             {"bad_slices", row.bad_slices},
                             {"unknown_slices", row.unknown_slices},
                             {"burn_1h", row.burn_1h},
                             {"burn_6h", row.burn_6h},
                             {"burn_3d", row.burn_3d},
                             {"worst_partition", row.worst_partition.map(partition_text)},
                             {"where", row.where.map([](Stage v) { return std::string(word(v)); })},
                             {"hop", row.hop},
                             {"unread", row.unread},
                             {"known_partitions", row.known_partitions},
                             {"all_partitions", row.all_partitions},
                             {"not_landed", row.not_landed},
                             {"safe_until", row.safe_until},
                             {"owner", row.owner},
                             {"verdict", row.verdict.map([](Verdict v) { return std::string(word(v)); })}});
  const auto notes = notes_of(rows, tables);
  document.notes.insert(document.notes.end(), notes.begin(), notes.end());
  return document;
}

}  // namespace tidemark
