// SPDX-License-Identifier: GPL-3.0-or-later
// Commit: what the file of a completed instant of a Hudi table says: JSON up to table version 6 (and in instants of
// that time after an upgrade), an Avro container from version 8 on; which one is told by its first bytes. Texts are
// foreign: sizes and depth are capped; a file that is not what it should be makes its instant unreadable, because it
// may have been the one that matters. Source: apache/hudi, HoodieCommitMetadata(.avsc), HoodieRestoreMetadata.avsc.
// Pure functions; any thread. Errors: `input`, one line.
#pragma once

#include <boost/json/fwd.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collectors/tables/facts.h"
#include "collectors/tables/hudi/timeline.h"
#include "collectors/tables/notes.h"
#include "models/domain/result.h"

namespace tidemark::hudi {

struct Commit {
  Instant instant;
  std::string damage;          // why it cannot be read; empty: it was
  std::optional<LakeTime> at;  // completed
  std::string operation;       // UPSERT, INSERT, CLUSTER, COMPACT …; the action where it is not told
  bool service = false;        // writes again what is in the table
  Members members;             // its extra metadata; the schema is left out
  std::optional<std::int64_t> added_records;
  std::optional<std::int64_t> added_files;
  std::optional<SchemaFields> schema;  // that it was written with
};
// What its document says, however that is stored. Damage is in the commit.
Commit commit_of(const Instant& instant, const boost::json::object& document);
Commit parse_commit(const Instant& instant, std::string_view bytes);

// The instants that a restore took away.
Result<std::vector<std::string>> parse_restore(std::string_view bytes);

}  // namespace tidemark::hudi
