// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logbook/log_file.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <openssl/rand.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>

namespace tidemark {
namespace {
constexpr std::int64_t application_id = 0x54494C47;  // "TILG"
constexpr std::int64_t schema = 1;
constexpr int busy_ms = 5000;
constexpr int largest_value = 1 << 20;
constexpr std::size_t most_rows = 1'000'000;

// As sqlite_schema keeps them.
constexpr std::array<std::string_view, 3> statements{
    "CREATE TABLE entry(uuid TEXT PRIMARY KEY, at INTEGER NOT NULL, author TEXT NOT NULL, kind TEXT NOT NULL, "
    "body TEXT NOT NULL, prev_hash TEXT NOT NULL)",
    "CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'rows of a logbook stay'); END",
    "CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'rows of a logbook stay'); END"};

Error error_of(const SQLite::Exception& exception, const std::string& path) {
  switch (exception.getErrorCode() & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_TOOBIG:
      return {ErrorCode::damaged, std::string("the logbook is damaged: ") + exception.what(), path, "restore a copy"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::storage, "another program writes to the logbook", path, "try again"};
    case SQLITE_FULL:
      return {ErrorCode::storage, "the disk is full", path, "free some space"};
    default:
      return {ErrorCode::storage, exception.what(), path, "check the file's and the folder's permissions"};
  }
}

template <class F>
auto guarded(const std::string& path, F&& f) -> decltype(f()) {
  try {
    return f();
  } catch (const SQLite::Exception& e) {
    return std::unexpected(error_of(e, path));
  }
}

std::int64_t number(SQLite::Database& db, const char* sql) { return db.execAndGet(sql).getInt64(); }

// Nothing but our own table and its triggers, as we write them.
Result<> check_ours(SQLite::Database& db, const std::string& path) {
  if (number(db, "PRAGMA application_id") != application_id)
    return fail(ErrorCode::damaged, "not a Tidemark logbook", path);
  if (number(db, "PRAGMA user_version") > schema)
    return fail(ErrorCode::damaged, "written by a newer Tidemark", path, "use that version");
  std::size_t found = 0;
  SQLite::Statement rows(db, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL");
  for (; rows.executeStep(); ++found)
    if (std::ranges::find(statements, rows.getColumn(0).getString()) == statements.end())
      return fail(ErrorCode::damaged, "the logbook has a table that is not ours", path, "restore a copy");
  if (found != statements.size())
    return fail(ErrorCode::damaged, "the logbook lacks its table", path, "restore a copy");
  if (db.execAndGet("PRAGMA quick_check(1)").getString() != "ok")
    return fail(ErrorCode::damaged, "the logbook is damaged", path, "restore a copy");
  return {};
}

// Makes the file where there is none; true where it is new or empty.
Result<bool> make_file(const std::string& path) {
  const int made = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (made >= 0) {
    ::close(made);
    return true;
  }
  std::error_code error;
  if (errno != EEXIST || !std::filesystem::is_regular_file(path, error))
    return fail(ErrorCode::storage, std::string("the logbook cannot be made: ") + std::strerror(errno), path,
                "check the folder and its permissions");
  return std::filesystem::file_size(path, error) == 0;
}
}  // namespace

std::string new_uuid() {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::array<unsigned char, 16> bytes{};
  RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0f) | 0x40);  // version 4
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80);
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
    (out += digits[bytes[i] >> 4]) += digits[bytes[i] & 15];
  }
  return out;
}

LogFile::LogFile(std::string path) : path_(std::move(path)) {}
LogFile::~LogFile() = default;

Result<std::unique_ptr<LogFile>> LogFile::open(const std::string& path, Mode mode) {
  bool fresh = false;
  if (mode == Mode::writes) {
    TM_TRY(fresh, make_file(path));
  }
  return guarded(path, [&]() -> Result<std::unique_ptr<LogFile>> {
    std::unique_ptr<LogFile> file(new LogFile(path));
    // Where a writer died, the next one who opens the file undoes what it began: that needs to write.
    const bool may_write = mode == Mode::writes || ::access(path.c_str(), W_OK) == 0;
    file->db_ =
        std::make_unique<SQLite::Database>(path, may_write ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY, busy_ms);
    TM_CHECK(file->prepare(fresh));
    return file;
  });
}

Result<> LogFile::prepare(bool fresh) {
  sqlite3* const handle = db_->getHandle();
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, largest_value);
  db_->exec("PRAGMA cell_size_check = ON");
  db_->exec("PRAGMA mmap_size = 0");
  if (fresh) {
    db_->exec("BEGIN IMMEDIATE");
    // Two may have found it empty: the second finds it made.
    if (number(*db_, "SELECT count(*) FROM sqlite_schema") == 0) {
      for (const std::string_view statement : statements) db_->exec(std::string(statement));
      db_->exec("PRAGMA application_id = " + std::to_string(application_id));
      db_->exec("PRAGMA user_version = " + std::to_string(schema));
    }
    db_->exec("COMMIT");
  }
  TM_CHECK(check_ours(*db_, path_));
  db_->exec("PRAGMA journal_mode = DELETE");
  db_->exec("PRAGMA synchronous = FULL");
  return {};
}

Result<std::vector<LogEntry>> LogFile::entries() {
  return guarded(path_, [&]() -> Result<std::vector<LogEntry>> {
    std::vector<LogEntry> out;
    SQLite::Statement rows(*db_, "SELECT uuid, at, author, kind, body, prev_hash FROM entry ORDER BY at, uuid");
    while (rows.executeStep()) {
      if (out.size() == most_rows)
        return fail(ErrorCode::damaged, "the logbook has more rows than people can write", path_);
      const auto text = [&](int column) { return rows.getColumn(column).getString(); };
      out.push_back({text(0), local_time(rows.getColumn(1).getInt64()), text(2), text(3), text(4), text(5)});
    }
    return out;
  });
}

Result<> LogFile::add(const LogEntry& entry) {
  return guarded(path_, [&]() -> Result<> {
    SQLite::Statement row(*db_, "INSERT INTO entry(uuid, at, author, kind, body, prev_hash) VALUES(?,?,?,?,?,?)");
    row.bind(1, entry.uuid);
    row.bind(2, ms(entry.at));
    row.bind(3, entry.author);
    row.bind(4, entry.kind);
    row.bind(5, entry.body);
    row.bind(6, entry.prev_hash);
    row.exec();
    return {};
  });
}

Result<> LogFile::run(const char* statement) {
  return guarded(path_, [&]() -> Result<> {
    db_->exec(statement);
    return {};
  });
}

}  // namespace tidemark
