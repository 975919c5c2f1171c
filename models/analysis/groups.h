// SPDX-License-Identifier: GPL-3.0-or-later
// Groups: one row per consumer group, the sum and the worst of its lag rows. A sum covers the partitions that are known
// and says how many of how many those are; what is unknown never counts as 0.
// Thread rule: none, pure functions. Units: records, ms.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/lag.h"

namespace tidemark {

// Whether a group keeps a sink's own offsets, of its control topic, and none of a reader.
bool is_coordinator(const GroupId& group);

struct GroupRow {
  ClusterName cluster;
  GroupId group;
  GroupType type = GroupType::unknown;
  Known<std::string> state = Reason::never_polled;
  Known<std::string> protocol = Reason::never_polled;
  Known<std::int64_t> coordinator = Reason::never_polled;  // a broker id
  Known<std::int64_t> members = Reason::never_polled;      // how many
  std::int64_t topics = 0;                                 // how many it has committed to or is assigned
  Known<std::int64_t> lag = Reason::no_commit;             // of the known partitions; unknown where none is
  std::int64_t known_partitions = 0;
  std::int64_t all_partitions = 0;
  Known<TopicPartition> worst_partition = Reason::no_commit;  // oldest unread record, else largest lag
  Known<Millis> age = Reason::no_commit;                      // of the oldest unread record of any known partition
  Known<Millis> age_error = Reason::no_commit;
  Known<Verdict> verdict = Reason::no_history;    // the worst of its partitions
  std::string role = "app";                       // app | connect | coordinator | noise
  Known<LocalTime> since = Reason::never_polled;  // when `state` began, at the latest
};

// Needs what lag_request asks for. Worst first, then by name.
std::vector<GroupRow> group_rows(const Snapshot& snapshot, LocalTime at, const Filter& filter = {});
Document groups_document(const Snapshot& snapshot, LocalTime at, const Filter& filter = {});

}  // namespace tidemark
