// SPDX-License-Identifier: GPL-3.0-or-later
// Analysis rows made by hand, for tests of models and views.
#pragma once

#include <memory>

#include "models/analysis/branch.h"

namespace tidemark::test {

inline LagRow lag_row(const std::string& group, const std::string& topic, int partition, std::int64_t unread) {
  LagRow row;
  row.cluster = ClusterName("prod");
  row.group = GroupId(group);
  row.partition = {TopicName(topic), PartitionId(partition)};
  row.floor = std::int64_t{0};
  row.committed = std::int64_t{1'000'000};
  row.high = row.stable = 1'000'000 + unread;
  row.lag = row.unread_records = unread;
  row.age = Millis(unread);
  row.age_error = Millis(10);
  row.age_method = AgeMethod::bisect;
  row.produce_rate = 1234.5;
  row.consume_rate = 1200.0;
  row.verdict = unread > 5000 ? Verdict::stall : Verdict::ok;
  row.client_id = std::string("consumer-") + group + "-1";
  row.host = std::string("10.0.0.7");
  return row;
}

inline GroupRow group_row(const std::string& name, std::int64_t partitions, std::int64_t lag) {
  GroupRow row;
  row.cluster = ClusterName("prod");
  row.group = GroupId(name);
  row.state = std::string("Stable");
  row.members = std::int64_t{3};
  row.lag = lag;
  row.known_partitions = row.all_partitions = partitions;
  row.age = Millis(lag);
  row.age_error = Millis(10);
  row.verdict = lag > 5000 ? Verdict::stall : Verdict::ok;
  return row;
}

// `groups` groups with `partitions` partitions each; what is unread differs with `turn`.
inline std::shared_ptr<const LagBranches> lag_branches(int groups, int partitions, int turn = 0) {
  std::vector<GroupRow> parents;
  std::vector<LagRow> rows;
  for (int g = 0; g < groups; ++g) {
    const std::string name = "group-" + std::to_string((g + turn) % groups);
    parents.push_back(group_row(name, partitions, (g * 37 + turn * 11) % 9000));
    for (int p = 0; p < partitions; ++p) {
      const int partition = (p + turn) % partitions;
      rows.push_back(lag_row(name, "topic-" + std::to_string(partition % 5), partition, (p * 101 + turn * 13) % 9000));
    }
  }
  return std::make_shared<const LagBranches>(branches(std::move(parents), rows));
}

}  // namespace tidemark::test
