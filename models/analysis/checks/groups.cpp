// SPDX-License-Identifier: GPL-3.0-or-later
#include <tuple>

#include "models/analysis/checks/judge.h"

namespace tidemark {
namespace {
struct Assigned {
  std::int64_t partitions = 0;
  std::int64_t committed = 0;
  std::int64_t unknown = 0;  // whether they are committed
};

// The consumers that the workers of the Iceberg sink read its control topic with: they never commit, by design.
bool commits_by_design_nothing(const GroupId& group) {
  constexpr std::string_view prefix = "cg-control-";
  constexpr std::size_t uuid = 36;
  const std::string& name = group.value();
  return name.starts_with(prefix) && name.size() == prefix.size() + uuid && name[prefix.size() + 8] == '-';
}
}  // namespace

// A group that has members and partitions with records in them, and no offset at all.
void judge_groups(CheckJudge& judge, const std::vector<LagRow>& rows) {
  std::map<std::tuple<ClusterName, GroupId, TopicName>, Assigned> groups;
  for (const LagRow& row : rows) {
    if (!row.group_state || *row.group_state != "Stable" || commits_by_design_nothing(row.group)) continue;
    Assigned& sum = groups[{row.cluster, row.group, row.partition.topic}];
    if (row.committed)
      ++sum.committed;
    else if (row.committed.reason() != Reason::no_commit)
      ++sum.unknown;
    else if (row.member && row.high.value_or(0) > row.floor.value_or(0))
      ++sum.partitions;
  }
  for (const auto& [key, sum] : groups) {
    if (sum.partitions == 0 || sum.committed > 0 || sum.unknown > 0) continue;
    const auto& [cluster, group, topic] = key;
    Finding& finding = judge.add("K12", Severity::warn, cluster, object::group(group), "committed offsets", "none",
                                 "one per partition");
    finding.confidence = Confidence::medium;
    finding.params.emplace("topic", topic.value());
    finding.params.emplace("partitions", sum.partitions);
  }
}

}  // namespace tidemark
