// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/read_file.h"

#include <filesystem>

#include "models/timeline/bundle_tables.h"
#include "models/timeline/schema.h"

namespace tidemark {
namespace {
constexpr int wait_ms = 2000;
constexpr std::chrono::seconds longest_read{60};

void use_pragmas(SQLite::Database& db) {
  db.exec("PRAGMA cache_size = -16384");
  db.exec("PRAGMA temp_store = MEMORY");
}

Result<ReadFile> open_foreign(const std::string& path) {
  ReadFile file;
  file.db = std::make_unique<SQLite::Database>(read_only_uri(path) + "&immutable=1",
                                               SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOFOLLOW);
  harden(*file.db);
  use_pragmas(*file.db);
  file.deadline = std::make_unique<Deadline>(*file.db, longest_read);
  allow_only_our_tables(*file.db);
  TM_TRY(file.schema, identify(*file.db, path));
  file.bundle = is_bundle(*file.db);
  TM_CHECK(check_texts(*file.db, path, file.bundle, true));
  TM_CHECK(check_content(*file.db, path));
  return file;
}

Result<ReadFile> open_own(const std::string& path) {
  ReadFile file;
  file.db = std::make_unique<SQLite::Database>(path, SQLITE_OPEN_READONLY, wait_ms);
  harden(*file.db);
  use_pragmas(*file.db);
  TM_TRY(file.schema, identify(*file.db, path));
  file.bundle = is_bundle(*file.db);
  if (!file.bundle && file.schema == timeline_schema) TM_CHECK(check_texts(*file.db, path, false, false));
  return file;
}
}  // namespace

Result<ReadFile> open_for_reading(const std::string& path, TimelineReader::Origin origin) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    return fail(ErrorCode::input, "there is no such timeline", path, "name one with --timeline, or collect one first");
  return guarded(path, [&]() -> Result<ReadFile> {
    if (origin == TimelineReader::Origin::own) {
      TM_TRY(ReadFile file, open_own(path));
      if (!file.bundle) return file;
    }
    return open_foreign(path);
  });
}

}  // namespace tidemark
