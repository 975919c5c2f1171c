// SPDX-License-Identifier: GPL-3.0-or-later
// Landing: the marks of one table in one partition, and what their samples prove together. Samples of different marks
// are taken one after the other while all of them move. So a claim that one mark is below another holds only where the
// lower one was read after the upper one had been read: "behind" with a table sample not older than the group's,
// "ahead" with a group sample not older than the table's. Claims that something is wrong need two such pairs in a row.
// Room-internal. Thread rule: none, pure functions. Units: offsets, ms.
#pragma once

#include "models/analysis/age.h"
#include "models/analysis/tables.h"

namespace tidemark {

// The series of a table in a partition as if the table were a group: what lag's functions say then, they say of the
// table's end. There is no residue of a table; where the group stands beside it, that of the group serves.
MarkKeys landing_keys(const ClusterName& cluster, const TableName& table, const TopicPartition& partition);

// Since when something is true: known, or longer than `at_least`.
struct Since {
  Known<LocalTime> at = Reason::no_history;
  Known<Millis> error = Reason::no_history;
  Millis at_least{};  // certain, whether or not the begin is known
};

// What the mark of a table says against what its commits say, at one poll that saw both.
struct Contradiction {
  std::int64_t mark = 0;
  std::int64_t commits = 0;  // where they end
};

struct Landing {
  Known<std::int64_t> floor = Reason::never_polled;
  Known<std::int64_t> durable = Reason::never_polled;
  Known<std::int64_t> committed = Reason::never_polled;
  Known<std::int64_t> stable = Reason::never_polled;
  Known<std::int64_t> high = Reason::never_polled;
  Known<LocalTime> sampled_at = Reason::never_polled;     // of durable
  Known<std::int64_t> commit_gap = Reason::never_polled;  // committed - durable; below 0 only where that is proven
  bool behind = false;                                    // proven: the group (without one, the log) is beyond durable
  Since since;                   // not landed: the group (without one, the high mark) is above durable
  Since log_above;               // the high mark is above durable
  Since unmoved;                 // durable is what it is
  bool ahead = false;            // proven: the table holds offsets that the group has not committed
  bool beyond_log = false;       // proven: the table holds offsets that the log does not have
  std::int64_t below_floor = 0;  // proven: offsets that are neither in the table nor in the log any more
  std::int64_t regressed = 0;    // the mark fell by this much and has not regained it
  std::optional<Contradiction> contradiction;
};
Landing landing_of(const Snapshot& snapshot, const TableInfo& table, const TopicPartition& partition, LocalTime at);

// What stands between the table and the high mark where no readable record does: the group's word, where the table is
// where the group is; else nobody has looked.
Known<Residue> landing_residue(const Snapshot& snapshot, const TableInfo& table, const TopicPartition& partition,
                               const Landing& landing, LocalTime at);
// Time until the floor reaches what the table has.
Known<Millis> landing_headroom(const Snapshot& snapshot, const TableInfo& table, const TopicPartition& partition,
                               LocalTime at);

}  // namespace tidemark
