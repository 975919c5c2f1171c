// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline's tables, its identity, and the steps from older schemas to this one.
// Thread rule: the connection's thread. Errors: `damaged` for a file that is not ours or newer; `storage`.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "models/domain/result.h"

namespace SQLite {
class Database;
}

namespace tidemark {

inline constexpr std::int64_t timeline_application_id = 0x54494445;  // "TIDE"
inline constexpr int timeline_schema = 3;
inline constexpr int schema_with_commits = 2;
inline constexpr int schema_with_rollups = 3;
inline constexpr int partial_not_told = 2;  // in snapshot.partial, beside 0 and 1

// The CREATE statements of a new file, one each, as sqlite_schema stores them.
std::span<const std::string_view> schema_statements();

// One step: the statements that lead from schema `from` to from + 1.
struct Migration {
  int from;
  std::span<const std::string_view> statements;
};
std::span<const Migration> migrations();

// Makes the tables in an empty file.
void create_schema(SQLite::Database& db);
// The file's schema; `damaged` where it is no timeline or one of a newer program.
Result<int> identify(SQLite::Database& db, const std::string& path, int newest = timeline_schema);
// Brings a file of schema `from` to `to` in one transaction, after a copy beside it ("NAME.schema-N.backup").
Result<> migrate(SQLite::Database& db, const std::string& path, int from, int to, std::span<const Migration> steps);

}  // namespace tidemark
