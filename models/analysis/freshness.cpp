// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/freshness.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "models/analysis/lag_findings.h"
#include "models/analysis/paths.h"
#include "models/analysis/scope.h"
#include "models/analysis/slices.h"
#include "models/analysis/sums.h"
#include "models/analysis/verdict.h"

namespace tidemark {
namespace {
constexpr Millis hour{3'600'000};
constexpr Millis unclassified_late{300'000};
constexpr double default_objective = 99;

// Of the lag over the polls that a verdict looks at, summed over the partitions. What is less than one part in a
// hundred of it, or than half of what is produced from one poll to the next, is flat.
Known<Trend> trend_of(const Snapshot& snapshot, const Path& path, LocalTime at) {
  constexpr std::size_t fewest = 3;
  constexpr std::int64_t steady_share = 100;
  std::int64_t before = 0, after = 0, in_half_a_poll = 0;
  bool any = false;
  for (const LagRow& row : path.rows) {
    const MarkKeys keys({row.cluster, row.group, row.partition});
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

std::vector<AgeSeries> ages_of(const Snapshot& snapshot, const Path& path, LocalTime from, LocalTime at) {
  std::vector<AgeSeries> out;
  const TopicTraits traits = traits_at(snapshot, path.cluster, path.topic, at);
  for (const LagRow& row : path.rows)
    out.push_back(age_series(snapshot, MarkKeys({row.cluster, row.group, row.partition}), traits, from, at));
  return out;
}

void put_budget(const Snapshot& history, const Path& path, LocalTime at, FreshnessRow& row) {
  if (!path.budget || !path.budget->target) {
    row.since = late_since(ages_of(history, path, begin_of(history), at), Millis(0));
    return;
  }
  row.target = *path.budget->target;
  const auto ages = ages_of(history, path, begin_of(history), at);
  const auto slices = slices_of(ages, *row.target, begin_of(history), at);
  const double objective = path.budget->objective.value_or(default_objective);
  row.good_slices = std::ranges::count(slices, Slice::good);
  row.bad_slices = std::ranges::count(slices, Slice::bad);
  row.unknown_slices = std::ranges::count(slices, Slice::unknown);
  row.budget_used = budget_used(slices, objective);
  row.burn_1h = burn_rate(slices, objective, hour);
  row.burn_6h = burn_rate(slices, objective, 6 * hour);
  row.burn_3d = burn_rate(slices, objective, 72 * hour);
  row.since = late_since(ages, *row.target);
}

// The first stage that waits: records that a transaction holds back are not readable, others not read.
Known<Stage> where_of(const Path& path, const LagSum& sum) {
  if (!sum.age) return sum.age.reason();
  if (*sum.age > Millis(0)) return Stage::group;
  const bool held = std::ranges::any_of(
      path.rows, [](const LagRow& row) { return row.residue && *row.residue == Residue::open_txn; });
  return held ? Known<Stage>(Stage::readable) : Known<Stage>(Reason::not_applicable);
}

FreshnessRow row_of(const Snapshot& now, const Snapshot& history, const Path& path, LocalTime at) {
  LagSum sum;
  for (const LagRow& row : path.rows) sum.add(row);
  FreshnessRow row;
  row.cluster = path.cluster;
  row.path = path.name;
  row.topic = path.topic;
  row.group = path.group;
  if (path.budget) row.class_name = path.budget->name;
  row.owner = path.owner;
  row.known_partitions = sum.known;
  row.all_partitions = sum.all;
  if (path.rows.empty()) {
    row.age = row.age_error = Reason::never_polled;
    if (path.budget && path.budget->target) row.target = *path.budget->target;
    return row;
  }
  row.age = sum.age;
  row.age_error = sum.age_error;
  row.unread = sum.unread;
  row.worst_partition = sum.worst;
  row.verdict = sum.verdict;
  row.trend = sum.known > 0 ? trend_of(now, path, at) : Known<Trend>(sum.lag.reason());
  row.where = where_of(path, sum);
  row.safe_until = sum.headroom.map([at](Millis left) { return at + std::min(left, 1'000'000 * hour); });
  put_budget(history, path, at, row);
  if (sum.known == 0) row.since = sum.lag.reason();
  return row;
}

bool is_late(const FreshnessRow& row) {
  if (!row.age) return false;
  if (row.target) return *row.age - row.age_error.value_or(Millis(0)) > *row.target;
  return *row.age > unclassified_late && !(row.trend && *row.trend == Trend::draining);
}

bool worse(const FreshnessRow& a, const FreshnessRow& b) {
  const auto key = [](const FreshnessRow& row) {
    const int urgency = is_late(row) ? 0 : row.age && row.known_partitions == row.all_partitions ? 2 : 1;
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
    sum.known_partitions += row.known_partitions;
    sum.all_partitions += row.all_partitions;
    if (row.safe_until && (!sum.safe_until || *row.safe_until < *sum.safe_until)) sum.safe_until = row.safe_until;
  }
  return out;
}

// Paths that are late; an error where the budget burns so fast that a month's is gone in two days.
std::vector<Finding> findings_of(const std::vector<FreshnessRow>& rows) {
  constexpr double page = 14.4;
  std::vector<Finding> findings;
  for (const FreshnessRow& row : rows) {
    if (!row.target || !is_late(row)) continue;
    Finding finding{.rule = "F01",
                    .severity = row.burn_1h.value_or(0) >= page ? Severity::error : Severity::warn,
                    .object = object::group(row.group)};
    finding.params = {{"path", row.path}, {"age", *row.age}, {"target", *row.target}, {"topic", row.topic.value()}};
    findings.push_back(std::move(finding));
  }
  sort_findings(findings);
  return findings;
}
}  // namespace

std::optional<SnapshotRequest> freshness_history(const Profile& profile, LocalTime from, LocalTime at) {
  std::set<std::string> topics;
  for (const PipelineProfile& pipeline : profile.pipelines)
    if (const ClassProfile* budget = class_of(profile, pipeline.class_name); budget && budget->target)
      topics.insert(pipeline.topic);
  if (topics.empty()) return std::nullopt;
  SnapshotRequest request = lag_request(at);
  request.from = from;
  request.topic_names.assign(topics.begin(), topics.end());
  request.ages_from_history = false;
  return request;
}

std::vector<FreshnessRow> freshness_rows(const Snapshot& now, LocalTime at, const Profile& profile,
                                         const Filter& filter, FreshnessBy by, const Snapshot* history) {
  std::vector<FreshnessRow> rows;
  for (const Path& path : paths_of(lag_rows(now, at, filter), profile, filter)) {
    const bool budgeted = path.budget && path.budget->target;
    rows.push_back(row_of(now, history && budgeted ? *history : now, path, at));
  }
  std::ranges::sort(rows, worse);
  return by == FreshnessBy::path ? rows : grouped(rows, by);
}

Document freshness_document(const Snapshot& now, LocalTime at, const Profile& profile, const Filter& filter,
                            FreshnessBy by, const Snapshot* history) {
  const Snapshot& window = history ? *history : now;
  Document document = frame("freshness", window, begin_of(window), at, filter);
  const std::vector<FreshnessRow> rows = freshness_rows(now, at, profile, filter, by, history);
  document.findings = findings_of(rows);
  for (const FreshnessRow& row : rows)
    document.rows.push_back({{"class", row.class_name},
                             {"path", row.path},
                             {"cluster", row.cluster.value()},
                             {"topic", row.topic.value()},
                             {"group", row.group.value()},
                             {"end", row.end},
                             {"age_ms", row.age},
                             {"age_error_ms", row.age_error},
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
                             {"unread", row.unread},
                             {"known_partitions", row.known_partitions},
                             {"all_partitions", row.all_partitions},
                             {"not_landed", row.not_landed},
                             {"safe_until", row.safe_until},
                             {"owner", row.owner},
                             {"verdict", row.verdict.map([](Verdict v) { return std::string(word(v)); })}});
  for (const ClassProfile& budget : profile.classes)
    if (budget.end != "group")
      document.notes.push_back("class " + budget.name + " asks for the end " + budget.end +
                               ", which is not collected: shown up to the group");
  return document;
}

}  // namespace tidemark
