// SPDX-License-Identifier: GPL-3.0-or-later
// Ledger: the commits of each table with the offsets that they made durable, and how each follows on the one before it:
// its parent where the table names parents, else the one that was seen before. Compaction and other commits without
// ranges leave the line as it is. A commit that the branch has left stays and is marked; nothing follows on it.
// Thread rule: none, pure functions. Units: offsets, records; times are the lake's.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/lag.h"
#include "models/domain/table_commit.h"

namespace tidemark {

struct LedgerRow {
  ClusterName cluster;
  TableCommit commit;
  LocalTime seen_at;
  Relation relation = Relation::unknown;
  bool rolled_back = false;
  std::int64_t missing = 0;  // offsets between this commit and the one before it
  std::int64_t again = 0;    // offsets that the one before it had already
};

// Every table's last commits, at least this many of each.
inline constexpr std::size_t ledger_commits = 50;

SnapshotRequest ledger_request(LocalTime from, LocalTime at, const Filter& filter = {});
// Those seen in [from, at], and of every table at least the last ones that the snapshot holds where `from` is unset; by
// table, in order.
std::vector<LedgerRow> ledger_rows(const Snapshot& snapshot, std::optional<LocalTime> from, LocalTime at,
                                   const Filter& filter = {});
Document ledger_document(const Snapshot& snapshot, std::optional<LocalTime> from, LocalTime at,
                         const Filter& filter = {});

}  // namespace tidemark
