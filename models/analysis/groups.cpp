// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/groups.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "models/analysis/lag_findings.h"
#include "models/analysis/members.h"
#include "models/analysis/scope.h"
#include "models/analysis/sums.h"

namespace tidemark {
namespace {
// What a group is for, as its name and protocol tell.
std::string role_of(const GroupId& group, const Known<std::string>& protocol) {
  const std::string& name = group.value();
  if (is_coordinator(group)) return "coordinator";
  if (name.starts_with("connect-") || (protocol && *protocol == "connect")) return "connect";
  if (name.starts_with("console-consumer-") || name.starts_with("_") || name == "schema-registry") return "noise";
  return "app";
}

GroupRow row_of(const Snapshot& snapshot, const GroupKey& key, const GroupMembers& members, const LagSum& sum,
                LocalTime at) {
  const Object object = object::group(key.second);
  GroupRow row;
  row.cluster = key.first;
  row.group = key.second;
  row.type = members.type;
  row.state = members.state;
  row.protocol = state_text(snapshot, key.first, object, aspect::protocol, at);
  row.coordinator = state_number(snapshot, key.first, object, aspect::coordinator, at);
  row.members = members.count;
  row.topics = static_cast<std::int64_t>(sum.topics.size());
  row.lag = sum.lag;
  row.known_partitions = sum.known;
  row.all_partitions = sum.all;
  row.worst_partition = sum.worst;
  row.age = sum.age;
  row.age_error = sum.age_error;
  row.verdict = sum.verdict;
  row.role = role_of(key.second, row.protocol);
  row.since = members.state_since;
  return row;
}

int urgency(const GroupRow& row) {
  if (row.verdict && *row.verdict != Verdict::ok) return 0;
  return row.verdict && row.known_partitions == row.all_partitions ? 2 : 1;
}

bool worse(const GroupRow& a, const GroupRow& b) {
  const auto key = [](const GroupRow& row) {
    return std::tuple(urgency(row), -row.age.value_or(Millis(-1)).count(), -row.lag.value_or(-1));
  };
  const auto ka = key(a);
  const auto kb = key(b);
  return ka != kb ? ka < kb : std::tie(a.cluster, a.group) < std::tie(b.cluster, b.group);
}
}  // namespace

namespace {
std::vector<GroupRow> rows_from(const std::vector<LagRow>& lag, const Snapshot& snapshot, LocalTime at,
                                const Filter& filter) {
  std::map<GroupKey, LagSum> sums;
  for (const LagRow& row : lag) sums[{row.cluster, row.group}].add(row);
  auto groups = members_at(snapshot, at);
  std::vector<GroupRow> rows;
  for (const auto& [key, members] : groups) {
    const auto sum = sums.find(key);
    const bool wanted = in_scope(filter.cluster, key.first.value()) && in_scope(filter.group, key.second.value());
    // A group without partitions is shown where nothing narrows the topics and something is known of it.
    if (!wanted || (sum == sums.end() && (!filter.topic.empty() || (!members.state && !members.count)))) continue;
    rows.push_back(row_of(snapshot, key, members, sum == sums.end() ? LagSum() : sum->second, at));
  }
  std::ranges::sort(rows, worse);
  return rows;
}
}  // namespace

bool is_coordinator(const GroupId& group) {
  return group.value().ends_with("-coord") || group.value().starts_with("cg-control-");
}

std::vector<GroupRow> group_rows(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  return rows_from(lag_rows(snapshot, at, filter), snapshot, at, filter);
}

Document groups_document(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  Document document = frame("groups", snapshot, snapshot.from, at, filter);
  const std::vector<LagRow> lag = lag_rows(snapshot, at, filter);
  document.findings = lag_findings(lag);
  for (const GroupRow& row : rows_from(lag, snapshot, at, filter))
    document.rows.push_back({{"cluster", row.cluster.value()},
                             {"group", row.group.value()},
                             {"type", word(row.type)},
                             {"state", row.state},
                             {"protocol", row.protocol},
                             {"coordinator", row.coordinator},
                             {"members", row.members},
                             {"topics", row.topics},
                             {"lag", row.lag},
                             {"known_partitions", row.known_partitions},
                             {"all_partitions", row.all_partitions},
                             {"worst_partition", row.worst_partition.map(partition_text)},
                             {"age_ms", row.age},
                             {"age_error_ms", row.age_error},
                             {"verdict", row.verdict.map([](Verdict v) { return std::string(word(v)); })},
                             {"role", row.role},
                             {"since", row.since}});
  return document;
}

}  // namespace tidemark
