// SPDX-License-Identifier: GPL-3.0-or-later
// Tables: what is configured or known of each table at a time: how its mark is found, who writes it, from which group,
// how often, what is wrong with it. Room-internal. Thread rule: none, pure functions.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/analysis/commits.h"
#include "models/analysis/lag.h"
#include "models/domain/profile.h"

namespace tidemark {

// "KIND TEXT" of the aspect `trouble`.
struct TableTrouble {
  std::string kind;
  std::string text;
};

// Files that are announced and in no snapshot, by the writer's commit.
struct AnnouncedFiles {
  std::string commit;
  std::int64_t files = 0;
  std::int64_t records = 0;
};

// Why nothing will land until somebody acts.
struct WriterFailure {
  std::string text;  // "task orders-sink/0 is FAILED: CommitFailedException …"
  LocalTime since;
};

struct TableInfo {
  ClusterName cluster;
  TableName table;
  Known<std::string> format = Reason::never_polled;
  Known<std::string> writer = Reason::never_polled;
  Known<std::string> adapter = Reason::never_polled;
  Known<std::string> snapshot_id = Reason::never_polled;
  Known<std::int64_t> checkpoint = Reason::never_polled;          // the writer's number of what is in the table
  Known<std::int64_t> checkpoints_behind = Reason::never_polled;  // what its job has completed beyond that
  Known<GroupId> group = Reason::never_polled;                    // not-applicable: the writer commits none
  Known<std::string> control_topic = Reason::never_polled;
  Known<Millis> interval = Reason::never_polled;
  Known<Millis> timeout = Reason::never_polled;
  Evidence evidence = Evidence::unknown;   // of the table mark
  Reason left_out = Reason::never_polled;  // of the mark of a partition that the table's answer does not name
  std::string unknown_why;                 // in the collector's words; empty where it says nothing
  std::vector<TableTrouble> troubles;
  std::vector<AnnouncedFiles> announced;
  std::set<TopicName> topics;                // that feed it, as the profile says
  std::vector<WriterFailure> failures;       // tasks and connectors, now
  std::vector<WriterFailure> commit_errors;  // each when it was seen
  TableCommits commits;

  // Adapters e and f know a time, or nothing: no offset, so no gap in offsets.
  bool tells_offsets() const { return !adapter || (*adapter != "e" && *adapter != "f"); }
  // After a restart the writer goes on from its group's offset, not from what the table holds.
  bool restarts_from_group() const;
  const TableTrouble* trouble(std::string_view kind) const;
};

// Every table that a state, a mark or a commit names, by cluster and name. Pipelines of the profile say which group
// feeds a table where nothing else does.
std::vector<TableInfo> tables_at(const Snapshot& snapshot, LocalTime at, const Filter& filter = {},
                                 const Profile& profile = {});

// The partitions that feed a table: those of its marks, and of their topics those that its group or the cluster knows;
// without any mark those of the group, without a group those of the topics that the profile names.
std::vector<TopicPartition> partitions_of(const Snapshot& snapshot, const TableInfo& table);
// The group that a connector reads with: as Connect says, else the usual name.
std::string connector_group(const Snapshot& snapshot, const ClusterName& cluster, std::string_view connector,
                            LocalTime at);
// The table of "table:T".
std::optional<TableName> table_of(const Signal& signal);

}  // namespace tidemark
