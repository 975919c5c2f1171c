// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sql/sqlite_session.h"

#include <sqlite3.h>

#include <array>
#include <filesystem>
#include <fstream>

#include "collectors/core/plain_text.h"
#include "models/sqlite/hardening.h"

namespace tidemark {
namespace {
constexpr int wait_ms = 1'000;  // for a writer that commits

SqlReply failed(HttpOutcome outcome, ErrorCode code, std::string what, std::string fix, const std::string& path) {
  SqlReply reply;
  reply.outcome = outcome;
  reply.error = {code, std::move(what), path, std::move(fix)};
  return reply;
}

SqlReply failed(const SQLite::Exception& exception, const std::string& path) {
  const std::string what = plain_line(exception.what());
  switch (exception.getErrorCode() & 0xff) {
    case SQLITE_NOTADB:
      return failed(HttpOutcome::other, ErrorCode::input, "is no SQLite file", "correct the path", path);
    case SQLITE_CORRUPT:
    case SQLITE_TOOBIG:
      return failed(HttpOutcome::other, ErrorCode::input, "is damaged: " + what, {}, path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return failed(HttpOutcome::throttled, ErrorCode::unreachable, "its writer holds it", {}, path);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
      return failed(HttpOutcome::denied, ErrorCode::denied, "cannot be opened: " + what,
                    "let this user read it and what lies beside it (-wal, -journal)", path);
    case SQLITE_INTERRUPT:
      return failed(HttpOutcome::timeout, ErrorCode::unreachable, "the statement takes too long", {}, path);
    case SQLITE_IOERR:
      return failed(HttpOutcome::unreachable, ErrorCode::unreachable, what, "check the disk", path);
    default:
      return failed(HttpOutcome::other, ErrorCode::usage, what, {}, path);
  }
}

// Whether its writer keeps a write-ahead log: the file format's version in its header.
bool keeps_log(const std::string& path) {
  constexpr std::size_t version_at = 18;
  std::array<char, version_at + 1> header{};
  std::ifstream(path, std::ios::binary).read(header.data(), header.size());
  return header[version_at] == 2;
}

std::int64_t bytes_read(SQLite::Database& db) {
  int misses = 0, highest = 0;
  sqlite3_db_status(db.getHandle(), SQLITE_DBSTATUS_CACHE_MISS, &misses, &highest, 0);
  return std::int64_t{misses} * db.execAndGet("PRAGMA page_size").getInt64();
}

void add_row(SQLite::Statement& statement, SqlReply& reply, std::size_t& bytes) {
  SqlReply::Row row;
  for (int i = 0; i < statement.getColumnCount(); ++i) {
    const SQLite::Column column = statement.getColumn(i);
    row.push_back(column.isNull() ? std::nullopt : std::optional(column.getString()));
    bytes += row.back() ? row.back()->size() : 0;
  }
  reply.rows.push_back(std::move(row));
}
}  // namespace

SqlReply SqliteSession::read(const std::string& uri, const std::string& text, const std::vector<std::string>& values,
                             const std::stop_token& stop) const {
  SqlReply reply;
  std::unique_ptr<Deadline> deadline;  // lives longer than the connection
  SQLite::Database db(uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOFOLLOW, wait_ms);
  harden(db);
  deadline = std::make_unique<Deadline>(db, std::chrono::ceil<std::chrono::seconds>(limits_.statement));
  allow_only_reading(db, tables_);
  SQLite::Statement statement(db, text);
  for (std::size_t i = 0; i < values.size(); ++i) statement.bind("$" + std::to_string(i + 1), values[i]);
  for (int i = 0; i < statement.getColumnCount(); ++i) reply.columns.push_back({statement.getColumnName(i)});
  std::size_t bytes = 0;
  while (statement.executeStep()) {
    add_row(statement, reply, bytes);
    if (stop.stop_requested()) return failed(HttpOutcome::other, ErrorCode::cancelled, "stopped", {}, path_);
    if (reply.rows.size() > limits_.rows || bytes > limits_.bytes)
      return failed(HttpOutcome::other, ErrorCode::input, "answers with more than is read", {}, path_);
  }
  reply.cost = {.requests = 1, .bytes = bytes_read(db), .bytes_known = true, .cpu_us = 0};
  return reply;
}

SqlReply SqliteSession::query(const std::string& statement, const std::vector<std::string>& values,
                              std::stop_token stop) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path_, error)) {
    const bool denied = error == std::errc::permission_denied;
    return failed(denied ? HttpOutcome::denied : HttpOutcome::other,
                  denied ? ErrorCode::denied : ErrorCode::unreachable, error ? error.message() : "is no file",
                  denied ? "let this user read it" : "check the path", path_);
  }
  // Without its log all is in the file itself, and to look for one would make it.
  const auto has_log = [&] { return std::filesystem::exists(path_ + "-wal", error); };
  const bool alone = keeps_log(path_) && !has_log();
  try {
    SqlReply reply = read(read_only_uri(path_) + (alone ? "&immutable=1" : "&readonly_shm=1"), statement, values, stop);
    if (!alone || !has_log()) return reply;
    return failed(HttpOutcome::throttled, ErrorCode::unreachable, "its writer holds it", {}, path_);
  } catch (const SQLite::Exception& e) {
    return failed(e, path_);
  }
}

}  // namespace tidemark
