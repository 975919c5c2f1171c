// SPDX-License-Identifier: GPL-3.0-or-later
// Backlog: what waits on a path, how fast it is produced and read, and the evidence from which its lag is classified.
// Room-internal. Thread rule: none, pure functions; the path must outlive what is told of it. Units: records per
// second.
#pragma once

#include "models/analysis/rules/rule.h"

namespace tidemark {

Backlog backlog_of(const PathCase& of);

// The longest that any partition of the group takes, as a rule, between two commits; 0 where it committed less than
// twice, or nothing waits.
Millis commit_round(const PathCase& of);
// The offsets that the group took up in w, all partitions together, and whether it did in any.
std::int64_t advanced(const PathCase& of);
bool advances(const PartitionCase& partition);
// Each partition's unread records in w: whether they became more.
bool waits_for_more(const PartitionCase& partition);

using LatePartitions = std::vector<const PartitionCase*>;

// One partition that gets most of the records and has most of what waits, more from poll to poll.
struct HotPartition {
  const PartitionCase* partition = nullptr;
  double share = 0;   // of the records
  double factor = 0;  // of the median partition; 0: that one gets none
  double waits = 0;   // its share of what is unread
};
std::optional<HotPartition> hot_partition(const PathCase& of, const LatePartitions& late);

// One member that has more partitions than another, of a load that is even, and whose partitions are the late ones.
struct UnevenMembers {
  std::string busiest;
  std::int64_t most = 0, least = 0;
  std::int64_t members = 0;
};
std::optional<UnevenMembers> uneven_members(const PathCase& of, const LatePartitions& late);

}  // namespace tidemark
