// SPDX-License-Identifier: GPL-3.0-or-later
// One path as a waterfall: its stages, and its partitions.
#include <algorithm>
#include <functional>

#include "models/analysis/last_record.h"
#include "models/analysis/path_rows.h"
#include "models/analysis/reading.h"
#include "models/analysis/row_keys.h"
#include "models/analysis/scope.h"
#include "models/analysis/sums.h"

namespace tidemark {
namespace {
constexpr Millis landing_window{600'000};  // a table moves in steps: its rate needs several of them

// Sums only what is known of all: a rate of some partitions is not the rate of the path.
template <class T>
void add_all(Known<T>& sum, const Known<T>& part, bool first) {
  if (first)
    sum = part;
  else if (sum && part)
    sum = *sum + *part;
  else if (sum)
    sum = part.reason();
}

const PathRow* find(const Home& home, const PathChoice& of) {
  for (const auto& branch : home.classes)
    for (const auto& path : branch.children)
      if (path.row.fresh.cluster == of.cluster && path.row.fresh.group == of.group && path.row.fresh.topic == of.topic)
        return &path.row;
  return nullptr;
}

struct Sums {
  Known<std::int64_t> open = Reason::never_polled;
  Known<double> produced = Reason::no_history;
  Known<double> read = Reason::no_history;
  Known<double> landed = Reason::not_applicable;
  LastRecord last;  // the youngest
  LagSum lag;
};

Sums sums_of(const Snapshot& now, const PartitionBranches& partitions, LocalTime at) {
  Sums sums;
  bool first = true;
  for (const auto& branch : partitions) {
    const PathPartition& row = branch.parent.row;
    const LagRow& lag = row.lag;
    const Known<std::int64_t> open =
        !lag.stable ? Known<std::int64_t>(lag.stable.reason())
                    : lag.high.map([&](std::int64_t high) { return std::max<std::int64_t>(0, high - *lag.stable); });
    add_all(sums.open, open, first);
    add_all(sums.produced, lag.produce_rate, first);
    add_all(sums.read, lag.consume_rate, first);
    add_all(sums.landed, row.land_rate, first);
    sums.lag.add(lag);
    const LastRecord last = last_record(now, {lag.cluster, object::partition(lag.partition)}, at);
    if (first || (last.age && (!sums.last.age || *last.age < *sums.last.age))) sums.last = last;
    first = false;
  }
  return sums;
}

std::vector<PathStage> stages_of(const Snapshot& now, const PathRow& path, const PartitionBranches& partitions,
                                 LocalTime at) {
  const Sums sums = sums_of(now, partitions, at);
  const FreshnessRow& fresh = path.fresh;
  PathStage produced{.stage = Stage::produced,
                     .name = fresh.topic.value(),
                     .age = sums.last.age,
                     .age_error = sums.last.error,
                     .rate = sums.produced,
                     .evidence = Evidence::exact};
  PathStage readable{.stage = Stage::readable, .name = {}, .gap = sums.open, .evidence = Evidence::exact};
  PathStage group{.stage = Stage::group,
                  .name = fresh.group.value(),
                  .age = sums.lag.age,
                  .age_error = sums.lag.age_error,
                  .gap = fresh.unread,
                  .rate = sums.read,
                  .evidence = Evidence::exact};
  for (PathStage* stage : {&produced, &readable, &group})
    if (partitions.empty()) stage->evidence = Evidence::unknown;
  PathStage table{.stage = Stage::table, .name = {}};
  PathStage queryable{.stage = Stage::queryable, .name = {}};
  if (path.table && path.landing) {
    table = {.stage = Stage::table,
             .name = path.table->value(),
             .age = path.table_age,
             .age_error = path.table_age_error,
             .gap = path.not_landed.value,
             .rate = sums.landed,
             .evidence = path.landing->evidence};
    // A snapshot can be queried from the moment it is committed.
    queryable = table;
    queryable.stage = Stage::queryable;
    queryable.gap = queryable.age.known() ? Known<std::int64_t>(std::int64_t{0}) : queryable.age.reason();
    queryable.rate = Reason::not_applicable;
  }
  return {produced, readable, group, table, queryable};
}

Branch<PathPartition, NoRow> partition_of(const Snapshot& now, LagRow lag, const std::vector<AlignRow>& landings,
                                          const Known<TableName>& table, LocalTime at) {
  PathPartition row;
  const TopicPartition partition = lag.partition;
  const Object object = object::partition(partition);
  row.leader = state_text(now, lag.cluster, object, aspect::leader, at);
  for (const AlignRow& landing : landings)
    if (table && landing.table == *table && landing.cluster == lag.cluster && landing.partition == partition)
      row.landing = landing;
  if (row.landing) row.land_rate = rate_before(now, {lag.cluster, signal::table(*table), object}, at, landing_window);
  const std::string number = std::to_string(partition.partition.value());
  std::string text = lower(joined({number, or_empty(lag.client_id), or_empty(lag.host), or_empty(row.leader)}));
  row.lag = std::move(lag);
  return {{number, std::move(text), std::move(row)}, {}};
}
}  // namespace

std::optional<PathView> path_view(const Snapshot& now, LocalTime at, const Profile& profile, const PathChoice& of,
                                  const std::vector<HopPath>& hops) {
  const Home home = home_of(now, at, profile, nullptr, hops);
  const PathRow* path = find(home, of);
  if (!path) return std::nullopt;
  PathView view{.row = *path};
  Filter filter;
  filter.cluster = {of.cluster.value()};
  filter.topic = {of.topic.value()};
  filter.group = {of.group.value()};
  const std::vector<AlignRow> landings = align_rows(now, at, {}, profile);
  for (LagRow& row : lag_rows(now, at, filter))
    if (row.cluster == of.cluster && row.group == of.group && row.partition.topic == of.topic)
      view.partitions.push_back(partition_of(now, std::move(row), landings, path->table, at));
  // What does not land leads, then what is not read, as lag orders it.
  std::ranges::stable_sort(view.partitions, std::greater(), [](const Branch<PathPartition, NoRow>& branch) {
    return branch.parent.row.landing ? branch.parent.row.landing->commit_gap.value_or(0) : std::int64_t{0};
  });
  view.stages = stages_of(now, *path, view.partitions, at);
  return view;
}

}  // namespace tidemark
