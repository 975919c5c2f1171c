// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/sql.h"

namespace tidemark {

Error sql_error(const SQLite::Exception& exception, const std::string& path) {
  const std::string what = exception.what();
  switch (exception.getErrorCode() & 0xff) {
    case SQLITE_NOTADB:
      return {ErrorCode::damaged, "not a Tidemark timeline", path, {}};
    case SQLITE_CORRUPT:
    case SQLITE_TOOBIG:
      return {ErrorCode::damaged, "the timeline is damaged: " + what, path,
              "restore a copy, or collect into a new file"};
    case SQLITE_FULL:
      return {ErrorCode::storage, "the disk is full", path, "free some space"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::storage, "another program holds the timeline", path, "close it, or choose another file"};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_IOERR:
      return {ErrorCode::storage, what, path, "check the file's and the folder's permissions and the disk"};
    case SQLITE_INTERRUPT:
      return {ErrorCode::cancelled, "cancelled", path, {}};
    default:
      return {ErrorCode::internal, what, path, {}};
  }
}

std::optional<std::int64_t> number(SQLite::Database& db, const char* sql) {
  SQLite::Statement statement(db, sql);
  if (!statement.executeStep()) return std::nullopt;
  return number_or_null(statement.getColumn(0));
}

}  // namespace tidemark
