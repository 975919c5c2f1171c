// SPDX-License-Identifier: GPL-3.0-or-later
// Seen: which data did this run see? Of each table and topic that a run read: the offsets of each partition, with the
// snapshots and commits that brought them, each exact, bounded or unknown with its reasons, never more precise than
// what the timeline has kept. An offset that a commit covers was read; whether it made a row is another question
// (record.h).
// Thread rule: none, pure functions. Offsets are log offsets, spans [from, to).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "models/analysis/commits.h"
#include "models/analysis/lineage/doubt.h"
#include "models/domain/lineage.h"
#include "models/domain/snapshot.h"

namespace tidemark {

// What one commit brought of a span.
struct SeenPart {
  OffsetSpan offsets;
  std::string snapshot_id;
  std::string commit_id;
  std::optional<std::int64_t> added;  // rows of the whole commit
  std::int64_t covers = 0;            // offsets of the whole commit, over all partitions
};

struct SeenSpan {
  TopicPartition partition;
  OffsetSpan offsets;
  std::vector<Doubt> more;  // why the run may have seen more of the partition than its spans
  std::vector<Doubt> less;  // why it may not have seen all of this one
  std::vector<SeenPart> parts;
  // exact; at-least: all of it, perhaps more; at-most: part of it at most; about: neither is certain
  std::string_view bound() const;
  bool exact() const { return more.empty() && less.empty(); }
};

// One table or topic of a run.
struct SeenInput {
  RunInput input;
  ClusterName cluster;
  std::string snapshot_id;         // that was read last; empty: none, or not known
  std::vector<Doubt> unknown;      // why nothing is known at all; empty: something is
  std::vector<Doubt> more;         // why there may be more, also of partitions that no span is of
  std::vector<SeenSpan> spans;     // ascending
  std::vector<CommitRange> holes;  // between the spans: certainly not seen
  // Of each partition how far the table had come with it, from its beginning on, also where the run itself goes on from
  // another one.
  std::map<TopicPartition, std::int64_t> reached;
  std::vector<std::string> snapshots;  // of the whole chain, the oldest first
};

struct SeenData {
  LineageRun run;
  std::vector<SeenInput> inputs;
  std::vector<Doubt> unknown;  // of the run as a whole
  // exact | bounded | unknown: as good as the worst of it.
  std::string_view completeness() const;
};

// The log's own offsets around a time, of each partition: what `high` was at the poll before it and at the poll after.
struct LogOffsets {
  Known<std::int64_t> floor = Reason::no_history;
  Known<std::int64_t> high_lo = Reason::no_history;
  Known<std::int64_t> high_hi = Reason::no_history;
};
struct LogKey {
  ClusterName cluster;
  TopicPartition partition;
  auto operator<=>(const LogKey&) const = default;
};
using LogAt = std::map<LogKey, LogOffsets>;
// All partitions of a snapshot that reaches around `at`: SnapshotRequest of lineage_marks_request().
LogAt log_at(const Snapshot& snapshot, LocalTime at);
SnapshotRequest lineage_marks_request(LocalTime at);
// Every commit and the newest states.
SnapshotRequest lineage_request(LocalTime at);

// What a snapshot of now does not tell.
struct LineageKnown {
  std::map<LocalTime, LogAt> logs;      // of the times that topics are read as of
  std::set<TableKey> from_their_first;  // tables none of whose snapshots had expired when the first was seen
  std::map<TableKey, std::map<TopicPartition, std::int64_t>> marks;  // next offsets that are in the tables now
};
// When the first commit of each table was seen, and whether none before it had expired: `then` is what
// expiry_request() gives for that time.
std::map<TableKey, LocalTime> first_commits(const Snapshot& snapshot, LocalTime at);
SnapshotRequest expiry_request(LocalTime at);
SnapshotRequest table_marks_request(LocalTime at, const TableKey& table);
std::map<TopicPartition, std::int64_t> table_marks(const Snapshot& snapshot, LocalTime at, const TableKey& table);
bool nothing_expired(const Snapshot& then, const TableKey& table, LocalTime at);

// `before`: the run that it goes on from, null where it names none or none is known.
SeenData data_seen(const Snapshot& snapshot, LocalTime at, const LineageRun& run, const LineageRun* before,
                   const LineageKnown& known = {});
// What was queryable in a table at a time: commits whose time has come but that were seen only later are in doubt.
SeenInput queryable_at(const Snapshot& snapshot, LocalTime at, const ClusterName& cluster, const std::string& table,
                       LocalTime time, const LineageKnown& known = {});

}  // namespace tidemark
