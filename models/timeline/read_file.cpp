// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/read_file.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <vector>

#include "models/timeline/schema.h"

namespace tidemark {
namespace {
constexpr int busy_ms = 2000;

// "file:…?immutable=1" for a path with any characters.
std::string immutable_uri(const std::string& path) {
  static constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  static constexpr std::string_view hex = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(path).string()) {
    const auto byte = static_cast<unsigned char>(c);
    if (plain.find(c) != std::string_view::npos)
      uri += c;
    else
      (uri += '%').append({hex[byte >> 4], hex[byte & 15]});
  }
  return uri + "?mode=ro&immutable=1";
}

// The rules of sqlite.org/security.html for files of unknown origin.
void harden(SQLite::Database& db) {
  sqlite3* const handle = db.getHandle();
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 64 << 20);
  sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 100'000);
  sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 100);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  db.exec("PRAGMA cell_size_check = ON");
  db.exec("PRAGMA mmap_size = 0");
}

// Nothing but our own tables, as we write them.
Result<> check_texts(SQLite::Database& db, const std::string& path) {
  const auto ours = schema_statements();
  std::size_t found = 0;
  SQLite::Statement rows(db, "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name <> 'sqlite_sequence'");
  while (rows.executeStep()) {
    if (std::ranges::find(ours, text_of(rows.getColumn(1))) == ours.end())
      return fail(ErrorCode::damaged, "the timeline has a table that is not ours: " + text_of(rows.getColumn(0)), path);
    ++found;
  }
  if (found != ours.size()) return fail(ErrorCode::damaged, "the timeline lacks tables", path);
  SQLite::Statement check(db, "PRAGMA quick_check(1)");
  if (!check.executeStep() || text_of(check.getColumn(0)) != "ok")
    return fail(ErrorCode::damaged, "the timeline is damaged", path);
  return {};
}
}  // namespace

Result<ReadFile> open_for_reading(const std::string& path, TimelineReader::Origin origin) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    return fail(ErrorCode::input, "there is no such timeline", path, "name one with --timeline, or collect one first");
  return guarded(path, [&]() -> Result<ReadFile> {
    ReadFile file;
    const bool foreign = origin == TimelineReader::Origin::foreign;
    file.db = foreign ? std::make_unique<SQLite::Database>(
                            immutable_uri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOFOLLOW)
                      : std::make_unique<SQLite::Database>(path, SQLITE_OPEN_READONLY, busy_ms);
    if (foreign) harden(*file.db);
    TM_TRY(file.schema, identify(*file.db, path));
    if (foreign) TM_CHECK(check_texts(*file.db, path));
    file.db->exec("PRAGMA cache_size = -16384");
    file.db->exec("PRAGMA temp_store = MEMORY");
    return file;
  });
}

}  // namespace tidemark
