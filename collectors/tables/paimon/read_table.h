// SPDX-License-Identifier: GPL-3.0-or-later
// What a Paimon table's snapshots tell, in the terms of all formats. A version is a snapshot; one checkpoint of the
// writer may give several (APPEND, then COMPACT). Their numbers are those of checkpoints, which are no offsets: marks
// are known only where the snapshots' properties hold offsets and a rule of the profile says where. Pure function; any
// thread. Offsets are next offsets. Times are the writer's clock.
#pragma once

#include <map>

#include "collectors/tables/paimon/snapshot.h"
#include "collectors/tables/reading.h"

namespace tidemark::paimon {

// One that a rollback took, which was read before.
struct Gone {
  std::int64_t after = 0;  // the newest snapshot that stayed
  Snapshot snapshot;
};

// The part of a table that was read.
struct SnapshotView {
  std::vector<Snapshot> snapshots;              // oldest first, without holes
  std::optional<LakeTime> made_at;              // of the table
  std::map<std::int64_t, TableSchema> schemas;  // by id; those that were read
  std::size_t there = 0;                        // snapshots
  std::optional<std::int64_t> oldest;           // of them
  std::vector<Gone> gone;
};

TableReading read_table(const TableName& table, const SnapshotView& view, const ReadRules& rules);

}  // namespace tidemark::paimon
