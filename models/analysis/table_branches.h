// SPDX-License-Identifier: GPL-3.0-or-later
// Tables with the partitions that feed them, and one table's ledger with the ranges of each commit, as views show them.
// Sums run over the partitions that are known and say how many those are; nothing unknown counts as 0.
// Thread rule: none, pure functions. Units: offsets.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/analysis/alignment.h"
#include "models/analysis/branch.h"
#include "models/analysis/ledger.h"

namespace tidemark {

struct PartialSum {
  Known<std::int64_t> value = Reason::never_polled;  // of the known parts; unknown where none is
  std::int64_t known = 0;                            // how many
  void add(const Known<std::int64_t>& part);
};

struct AlignTable {
  ClusterName cluster;
  TableName table;
  std::optional<AlignRow> worst;  // the partition that speaks for the table; none: no partition is known
  std::int64_t partitions = 0;
  std::int64_t alike = 0;      // partitions in the state of the worst
  std::int64_t concerned = 0;  // offsets that this state speaks of, in all of them
  PartialSum not_landed;       // offsets that the group has passed and the table has not
  PartialSum unread;
  PartialSum reread;  // if the writer is restarted now
  PartialSum only_in_files;
  PartialSum duplicates;
  Known<LocalTime> not_landed_since = Reason::not_applicable;  // the earliest of its partitions
  Evidence evidence = Evidence::unknown;                       // the weakest of its partitions
};

struct TableChoice {
  ClusterName cluster;
  TableName table;
  bool operator==(const TableChoice&) const = default;
};

using AlignBranches = std::vector<Branch<AlignTable, AlignRow>>;
using LedgerBranches = std::vector<Branch<LedgerRow, CommitRange>>;

// One table's commits, newest first.
struct Ledger {
  TableChoice of;
  LedgerBranches commits;
  std::int64_t contiguous = 0;
  std::int64_t holes = 0;
  std::int64_t overlaps = 0;
  std::int64_t unknown = 0;
  std::int64_t partial = 0;
  std::int64_t rolled_back = 0;
  std::int64_t announced_files = 0;  // in no commit
  std::int64_t announced_records = 0;
};

// Tables in the order of their worst partition; those of which no partition is known are last.
AlignBranches align_branches(const Snapshot& snapshot, LocalTime at, const Profile& profile = {});
// The snapshot must hold the table's commits; all that it holds are told.
Ledger ledger_of(const Snapshot& snapshot, const TableChoice& table, LocalTime at, const Profile& profile = {});

}  // namespace tidemark
