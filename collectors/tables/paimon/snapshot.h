// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshot: what a snapshot file of a Paimon table says of its commit, and the names in the snapshots' folder. The
// hints EARLIEST and LATEST may be wrong and are not used. The texts are foreign: sizes and depth are capped; numbers
// are never rounded. Source: apache/paimon, Snapshot, SnapshotManager, TableSchema. Pure functions; any thread. Times
// are the writer's clock. Errors: `input`, one line.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "collectors/tables/facts.h"
#include "collectors/tables/notes.h"
#include "models/domain/result.h"
#include "models/domain/time.h"

namespace tidemark::paimon {

struct Snapshot {
  std::int64_t id = 0;
  std::string damage;  // why it cannot be read; empty: it was
  std::string kind;    // APPEND, COMPACT, OVERWRITE, ANALYZE
  std::string user;
  std::optional<std::int64_t> checkpoint;  // the writer's number of the commit; none: a batch
  std::optional<LakeTime> at;
  std::optional<LakeTime> watermark;  // of the input, as the writer claims
  std::optional<std::int64_t> delta_records;
  std::optional<std::int64_t> schema;  // its id
  Members properties;
};
// Damage is in the snapshot.
Snapshot parse_snapshot(std::int64_t id, std::string_view text);
std::string snapshot_name(std::int64_t id);
// The ids of "snapshot-N".
std::set<std::int64_t> snapshot_ids(const std::vector<std::string>& names);

// A file of the schemas' folder. The first one says when the table was made: what tells it from another of its name.
struct TableSchema {
  std::optional<LakeTime> at;
  SchemaFields fields;
};
// Empty where it cannot be read.
TableSchema parse_schema(std::string_view text);

}  // namespace tidemark::paimon
