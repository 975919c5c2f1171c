// SPDX-License-Identifier: GPL-3.0-or-later
// Log: what the files of a Delta table's _delta_log say, as far as commits and transaction ids are concerned: a
// version's JSON actions, a version's checksum, the pointer to the last checkpoint, a checkpoint in JSON. The texts are
// foreign: sizes and depth are capped; an action that is not what it should be makes its version unreadable, because it
// may have been the one that matters. Numbers are never rounded.
// Source: Delta transaction log protocol; delta-io/delta (SetTransaction, CommitInfo), delta-rs.
// Pure functions; any thread. Times are the writer's clock. Errors: `input`, one line.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "collectors/tables/facts.h"
#include "models/domain/result.h"
#include "models/domain/time.h"

namespace tidemark::delta {

// Application id to version, as a writer's "txn" actions say.
using Transactions = std::map<std::string, std::int64_t, std::less<>>;

struct LogLimits {
  std::size_t bytes = 64u << 20;
  std::size_t depth = 64;
  std::size_t transactions = 10'000;  // of one version
  std::size_t files = 2'000;          // that one version adds and removes, as far as they are counted
};

// A data file, with its deletion vector, that comes into the table or goes.
struct FileChange {
  std::uint64_t file = 0;  // a hash of its path and of its vector's place
  std::int64_t size = -1;  // of the data file; below 0: not told
  bool added = false;
  bool vector = false;
};

struct Commit {
  std::int64_t version = 0;
  std::string damage;          // why it cannot be read; empty: it was
  std::optional<LakeTime> at;  // inCommitTimestamp, else the writer's timestamp
  std::string operation;
  std::string query;     // of a streaming writer
  std::string cycle;     // its id of the batch
  std::string identity;  // of the commit attempt
  Transactions transactions;
  std::int64_t added_files = 0;  // with data that was not in the table
  std::optional<std::int64_t> added_records;
  std::optional<std::string> table_id;                     // where the commit says it
  std::shared_ptr<const std::vector<FileChange>> changes;  // in order; null: more than are kept
  std::optional<std::int64_t> retries;                     // attempts that another commit was quicker than
  std::optional<SchemaFields> schema;                      // where the commit says it
  bool restores = false;
  std::optional<std::int64_t> restored_to;
};

// Damage is in the commit.
Commit parse_commit(std::int64_t version, std::string_view text, const LogLimits& limits = {});

// All that a table has been told of transactions up to a version.
struct LogState {
  std::int64_t version = 0;
  Transactions transactions;
  std::string table_id;  // empty: not told
};
// "<version>.crc". No value: it does not list them, as is allowed.
Result<std::optional<LogState>> parse_checksum(std::int64_t version, std::string_view text,
                                               const LogLimits& limits = {});
// "_last_checkpoint". No value: it only points to the checkpoint.
Result<std::optional<LogState>> parse_last_checkpoint(std::string_view text, const LogLimits& limits = {});
// A checkpoint in JSON ("<version>.checkpoint.<uuid>.json").
Result<LogState> parse_checkpoint(std::int64_t version, std::string_view text, const LogLimits& limits = {});

// The names in the folder.
struct LogFiles {
  std::set<std::int64_t> versions;
  std::set<std::int64_t> checksums;
  std::map<std::int64_t, std::string> checkpoints;  // in JSON, by version
  std::optional<std::int64_t> parquet;              // the newest checkpoint in Parquet
  bool last_checkpoint = false;
  std::optional<std::int64_t> head() const;
  // The oldest version from which all up to the head are there.
  std::int64_t oldest() const;
};
LogFiles sort_names(const std::vector<std::string>& names);
// "00000000000000000007.json"
std::string version_name(std::int64_t version, std::string_view ending);

}  // namespace tidemark::delta
