// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/bundle_tables.h"

#include <array>

#include "models/timeline/schema.h"
#include "models/timeline/sql.h"

namespace tidemark {
namespace {
// entry: rows of a logbook; `hash` is that of the row in it, which a row that was `changed` here does not have any
// more.
constexpr std::array<std::string_view, 3> statements{
    "CREATE TABLE entry(uuid TEXT PRIMARY KEY, at INTEGER NOT NULL, author TEXT NOT NULL, kind TEXT NOT NULL, "
    "body TEXT NOT NULL, prev_hash TEXT NOT NULL, hash TEXT NOT NULL, changed INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE manifest(key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID",
    "CREATE TABLE content(\"table\" TEXT PRIMARY KEY, rows INTEGER NOT NULL, sha256 TEXT NOT NULL) WITHOUT ROWID"};
}  // namespace

std::span<const std::string_view> bundle_statements() { return statements; }

std::vector<std::string_view> table_names(bool bundle) {
  static constexpr std::string_view begin = "CREATE TABLE ";
  std::vector<std::string_view> names;
  const auto add = [&](std::span<const std::string_view> all) {
    for (const std::string_view statement : all)
      if (statement.starts_with(begin))
        names.push_back(statement.substr(begin.size(), statement.find('(') - begin.size()));
  };
  add(schema_statements());
  if (bundle) add(statements);
  return names;
}

bool is_bundle(SQLite::Database& db) {
  return number(db, "SELECT 1 FROM sqlite_schema WHERE name = 'manifest' AND type = 'table'").has_value();
}

Result<> refuse_bundle(SQLite::Database& db, const std::string& path) {
  if (!is_bundle(db)) return {};
  return fail(ErrorCode::usage, "a bundle is only read", path, "choose another file with --timeline");
}

}  // namespace tidemark
