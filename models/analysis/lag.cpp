// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lag.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "models/analysis/headroom.h"
#include "models/analysis/lag_findings.h"
#include "models/analysis/members.h"
#include "models/analysis/scope.h"
#include "models/analysis/verdict.h"
#include "models/domain/levels.h"
#include "models/domain/rebuilt.h"

namespace tidemark {
namespace {
constexpr Millis deleted_shown{600'000};  // how long a row stays after its topic is gone

// What only the past knows is shown in the past only.
bool is_past(const Snapshot& snapshot, const SeriesKey& key, LocalTime at) {
  const auto of = snapshot.find(key);
  return snapshot.at(key, at).reason() == Reason::collector_off && std::ranges::all_of(of, [&](std::size_t i) {
           return is_rebuilt(snapshot.sources[snapshot.lanes[snapshot.columns[i].lane].source].spec);
         });
}

bool still_shown(const Snapshot& snapshot, const SeriesKey& key, LocalTime at) {
  const Known<LocalTime> asked = asked_at(snapshot, key, at);
  if (!asked || is_past(snapshot, key, at)) return false;
  return read_at(snapshot, key, at).reason() != Reason::deleted || at - *asked <= deleted_shown;
}

std::set<GroupPartition> targets(const Snapshot& snapshot, const std::map<GroupKey, GroupMembers>& groups, LocalTime at,
                                 const Filter& filter) {
  std::set<GroupPartition> out;
  const auto wanted = [&](const ClusterName& cluster, const GroupId& group, const TopicPartition& tp) {
    return in_scope(filter, cluster, tp.topic) && in_scope(filter.group, group.value());
  };
  for (const Column& column : snapshot.columns) {
    const auto group = signal::group_of(column.spec.signal);
    const auto tp = group ? object::as_partition(column.spec.object) : std::nullopt;
    if (!tp) continue;
    const ClusterName& cluster = snapshot.cluster_of(column);
    if (wanted(cluster, *group, *tp) && still_shown(snapshot, {cluster, column.spec.signal, column.spec.object}, at))
      out.insert({cluster, *group, *tp});
  }
  for (const auto& [key, members] : groups)
    for (const auto& [tp, owner] : members.owners)
      if (wanted(key.first, key.second, tp)) out.insert({key.first, key.second, tp});
  return out;
}

Known<std::int64_t> unread_of(const LagRow& row, const TopicTraits& traits) {
  if (!row.lag) return row.lag.reason();
  if (*row.lag == 0 || (row.residue && hides_nothing(*row.residue))) return 0;
  if (row.stable) return std::max<std::int64_t>(0, *row.stable - *row.committed);
  if (row.stable.reason() == Reason::never_polled && !traits.transactional.value_or(true)) return *row.lag;
  return row.stable.reason();
}

void put_marks(const Snapshot& snapshot, const MarkKeys& keys, const TopicTraits& traits, LocalTime at, LagRow& row) {
  const Known<Measured> committed = read_at(snapshot, keys.committed, at);
  row.committed = value_of(committed);
  // Assigned and never committed: there is no series to ask.
  if (!row.committed && snapshot.find(keys.committed).empty()) row.committed = Reason::no_commit;
  row.floor = value_of(read_at(snapshot, keys.floor, at));
  row.stable = value_of(read_at(snapshot, keys.stable, at));
  row.high = value_of(read_at(snapshot, keys.high, at));
  row.lag = lag_between(row.committed, row.high);
  row.residue = row.lag ? residue_at(snapshot, keys, traits, at) : Known<Residue>(row.lag.reason());
  row.unread_records = unread_of(row, traits);
  row.sampled_at = asked_at(snapshot, keys.committed, at);
}

void put_owner(const GroupMembers& members, LagRow& row) {
  row.group_state = members.state;
  row.group_type = members.type;
  if (const auto owner = members.owners.find(row.partition); owner != members.owners.end()) {
    row.member = owner->second.member;
    row.client_id = owner->second.client_id;
    row.host = owner->second.host;
    return;
  }
  const Known<bool> is_owned = owned(members, row.partition);
  row.member = row.client_id = row.host = is_owned ? Reason::not_applicable : is_owned.reason();
}

LagRow row_of(const Snapshot& snapshot, const GroupPartition& of, const GroupMembers& members, LocalTime at) {
  LagRow row;
  row.cluster = of.cluster;
  row.group = of.group;
  row.partition = of.partition;
  const MarkKeys keys(of);
  const TopicTraits traits = traits_at(snapshot, of.cluster, of.partition.topic, at);
  put_marks(snapshot, keys, traits, at, row);
  put_owner(members, row);
  row.produce_rate = rate_before(snapshot, keys.high, at);
  row.consume_rate = row.committed ? rate_before(snapshot, keys.committed, at) : Known<double>(row.committed.reason());
  if (!row.lag) {
    row.age = row.age_error = row.lag.reason();
    row.age_method = row.lag.reason();
    row.headroom = row.lag.reason();
    row.verdict = row.lag.reason();
    return row;
  }
  const Age age = age_at(snapshot, keys, row.residue, at);
  row.age = age.age;
  row.age_error = age.error;
  row.age_method = age.method;
  row.headroom = headroom_at(snapshot, of, keys, age, at);
  row.verdict = verdict_of(mark_polls(snapshot, keys, traits, at, lag_polls), owned(members, of.partition));
  return row;
}

// Late, then unknown, then fine.
int urgency(const LagRow& row) {
  if (row.verdict && *row.verdict != Verdict::ok) return 0;
  return row.verdict && row.lag ? 2 : 1;
}

bool worse(const LagRow& a, const LagRow& b) {
  const auto key = [](const LagRow& row) {
    return std::tuple(urgency(row), -row.age.value_or(Millis(-1)).count(), -row.lag.value_or(-1));
  };
  const auto name = [](const LagRow& row) { return std::tie(row.cluster, row.group, row.partition); };
  const auto ka = key(a);
  const auto kb = key(b);
  return ka != kb ? ka < kb : name(a) < name(b);
}

// The first offset of the oldest open transaction, and since when the stable mark has stood at it.
std::string held_note(const Snapshot& snapshot, const LagRow& row, LocalTime at) {
  const SeriesKey stable{row.cluster, signal::stable, object::partition(row.partition)};
  const Known<Crossing> reached = crossing_before(snapshot, stable, Offset(*row.stable - 1), at);
  return partition_text(row.partition) + ": an open transaction holds readers of committed data at offset " +
         std::to_string(*row.stable) + " since " +
         (reached ? rfc3339(reached->hi) : "before " + rfc3339(snapshot.from));
}

template <class T>
Known<std::string> worded(const Known<T>& value) {
  return value.map([](const T& v) { return std::string(word(v)); });
}
}  // namespace

std::vector<LagRow> lag_rows(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  const auto groups = members_at(snapshot, at);
  static const GroupMembers nobody;
  std::vector<LagRow> rows;
  for (const GroupPartition& of : targets(snapshot, groups, at, filter)) {
    const auto members = groups.find({of.cluster, of.group});
    rows.push_back(row_of(snapshot, of, members == groups.end() ? nobody : members->second, at));
  }
  std::ranges::sort(rows, worse);
  return rows;
}

SnapshotRequest lag_request(LocalTime at, const Filter& filter) {
  constexpr Millis rates{120'000};
  SnapshotRequest request;
  request.from = at - rates;
  request.to = at;
  request.min_polls = lag_polls;
  request.signal_names = {signal::floor.value(), signal::stable.value(), signal::high.value(),
                          signal::last_record_age.value(), signal::last_record_age_error.value()};
  request.signal_prefixes = {"group:", "age:", "age_error:", "residue:"};
  request.ages_from_history = true;
  const auto plain = [](const std::string& name) { return name.find_first_of("*?") == std::string::npos; };
  if (std::ranges::all_of(filter.cluster, plain)) request.cluster_names = filter.cluster;
  if (std::ranges::all_of(filter.topic, plain)) request.topic_names = filter.topic;
  return request;
}

Document lag_document(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  Document document = frame("lag", snapshot, snapshot.from, at, filter);
  const std::vector<LagRow> rows = lag_rows(snapshot, at, filter);
  document.findings = lag_findings(rows);
  for (const LagRow& row : rows) {
    document.rows.push_back({{"cluster", row.cluster.value()},
                             {"group", row.group.value()},
                             {"group_state", row.group_state},
                             {"group_type", word(row.group_type)},
                             {"topic", row.partition.topic.value()},
                             {"partition", std::int64_t{row.partition.partition.value()}},
                             {"floor", row.floor},
                             {"committed", row.committed},
                             {"stable", row.stable},
                             {"high", row.high},
                             {"lag", row.lag},
                             {"unread_records", row.unread_records},
                             {"residue", worded(row.residue)},
                             {"headroom_ms", row.headroom},
                             {"age_ms", row.age},
                             {"age_error_ms", row.age_error},
                             {"age_method", worded(row.age_method)},
                             {"produce_rate", row.produce_rate},
                             {"consume_rate", row.consume_rate},
                             {"member", row.member},
                             {"client_id", row.client_id},
                             {"host", row.host},
                             {"verdict", worded(row.verdict)},
                             {"sampled_at", row.sampled_at}});
    if (row.residue && *row.residue == Residue::open_txn) document.notes.push_back(held_note(snapshot, row, at));
  }
  std::ranges::sort(document.notes);
  const auto same = std::ranges::unique(document.notes);
  document.notes.erase(same.begin(), same.end());
  return document;
}

}  // namespace tidemark
