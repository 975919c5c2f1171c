// SPDX-License-Identifier: GPL-3.0-or-later
// Alignment: what is durably in each table against what the group says, one row per table and partition that feeds it.
// States: of several that hold, the first of RESET, LOST, DUPLICATE_CONFIRMED, GAP, WILL_LOSE, DUPLICATE_RISK, STALLED,
// TABLE_AHEAD, PENDING, IDLE, ALIGNED is told; UNKNOWN where the evidence for all of them is missing, and `reason`
// names it. What is wrong is told only when two pairs of samples prove it (landing.h). Thread rule: none, pure
// functions. Units: offsets (records, unless the log has holes or markers), ms.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/lag.h"
#include "models/analysis/restart.h"
#include "models/domain/profile.h"

namespace tidemark {

// One state that holds, and why.
struct AlignVerdict {
  AlignState state = AlignState::unknown;
  Severity severity = Severity::note;
  std::int64_t concerned = 0;  // offsets
  std::string reason;
};

struct AlignRow {
  ClusterName cluster;
  TopicPartition partition;
  TableName table;
  Known<GroupId> group = Reason::never_polled;
  Known<std::string> format = Reason::never_polled;
  Known<std::string> writer = Reason::never_polled;
  Known<std::string> adapter = Reason::never_polled;
  Evidence evidence = Evidence::unknown;
  Known<std::string> snapshot_id = Reason::never_polled;
  Known<std::string> commit_id = Reason::never_polled;  // of that snapshot, the writer's own
  Known<std::int64_t> floor = Reason::never_polled;
  Known<std::int64_t> durable = Reason::never_polled;    // the next offset that is not in the table
  Known<std::int64_t> committed = Reason::never_polled;  // the group's offset
  Known<std::int64_t> stable = Reason::never_polled;
  Known<std::int64_t> high = Reason::never_polled;
  Known<std::int64_t> commit_gap = Reason::never_polled;  // committed - durable
  Known<std::int64_t> unread = Reason::never_polled;
  AlignState state = AlignState::unknown;
  Severity severity = Severity::note;
  std::int64_t concerned = 0;  // offsets that the state speaks of
  Known<LocalTime> not_landed_since = Reason::not_applicable;
  Known<Millis> not_landed_since_error = Reason::not_applicable;
  Millis sla{};
  bool sla_assumed = false;
  Known<LocalTime> complete_through = Reason::no_history;  // of the whole table
  Known<Millis> complete_through_error = Reason::no_history;
  Known<LocalTime> partition_complete_through = Reason::no_history;
  Restart restart;
  Known<LocalTime> sampled_at = Reason::never_polled;  // of durable
  std::string reason;                                  // the verdict in words
  Known<Millis> headroom = Reason::no_history;         // of what the table has, above the floor
  std::vector<AlignVerdict> verdicts;                  // all that hold, the one that is told first

  bool commits_fail = false;  // the writer has FAILED, or a commit failed after the table last moved

  // Null where the state does not hold.
  const AlignVerdict* holds(AlignState wanted) const;
};

// What align, gate and whoever asks for tables need of a timeline for an answer at `at`.
SnapshotRequest align_request(LocalTime at, const Filter& filter = {});

// Worst first, then by name.
std::vector<AlignRow> align_rows(const Snapshot& snapshot, LocalTime at, const Filter& filter = {},
                                 const Profile& profile = {});
Document align_document(const Snapshot& snapshot, LocalTime at, const Filter& filter = {}, const Profile& profile = {});

}  // namespace tidemark
