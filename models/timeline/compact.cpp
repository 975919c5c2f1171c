// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/compact.h"

#include <filesystem>

#include "models/timeline/bundle_tables.h"
#include "models/timeline/place.h"
#include "models/timeline/schema.h"
#include "models/timeline/sql.h"

namespace tidemark {
namespace {
constexpr int busy_ms = 5000;
constexpr int steps_between_looks = 10'000;

// Interrupts what the connection does when a stop is asked for.
void heed(SQLite::Database& db, const std::stop_token& stop) {
  sqlite3_progress_handler(
      db.getHandle(), steps_between_looks,
      [](void* token) { return static_cast<const std::stop_token*>(token)->stop_requested() ? 1 : 0; },
      const_cast<std::stop_token*>(&stop));
}

template <class Work>
Result<> interruptible(const std::string& path, const std::stop_token& stop, Work&& work) {
  auto done = guarded(path, [&]() -> Result<> {
    work();
    return {};
  });
  if (!done && stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled", path);
  return done;
}

Result<> room_for(const std::string& path, std::int64_t bytes, const std::string& where) {
  if (free_bytes(where) >= bytes) return {};
  return fail(ErrorCode::storage,
              "not enough room on the disk to compact: " + std::to_string(bytes >> 20) + " MB needed", path,
              "free some space, or write a copy elsewhere with -o");
}

std::int64_t used_bytes(SQLite::Database& db) {
  const std::int64_t pages =
      number(db, "PRAGMA page_count").value_or(0) - number(db, "PRAGMA freelist_count").value_or(0);
  return pages * number(db, "PRAGMA page_size").value_or(0);
}
}  // namespace

Result<Compacted> compact_timeline(const std::string& path, const std::stop_token& stop) {
  if (file_bytes(path) == 0)
    return fail(ErrorCode::input, "there is no such timeline", path, "name one with --timeline");
  TM_TRY(const WriterLock lock, WriterLock::take(path));
  return guarded(path, [&]() -> Result<Compacted> {
    SQLite::Database db(path, SQLite::OPEN_READWRITE, busy_ms);
    TM_TRY(const int schema, identify(db, path));
    static_cast<void>(schema);
    TM_CHECK(refuse_bundle(db, path));
    Compacted out{file_bytes(path), 0};
    TM_CHECK(room_for(path, 2 * used_bytes(db), path));
    heed(db, stop);
    db.exec("PRAGMA secure_delete = OFF");
    TM_CHECK(interruptible(path, stop, [&] { db.exec("VACUUM"); }));
    sqlite3_progress_handler(db.getHandle(), 0, nullptr, nullptr);
    sqlite3_wal_checkpoint_v2(db.getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    out.bytes_after = file_bytes(path);
    return out;
  });
}

Result<Compacted> copy_compact(const std::string& path, const std::string& copy, const std::stop_token& stop) {
  if (file_bytes(path) == 0)
    return fail(ErrorCode::input, "there is no such timeline", path, "name one with --timeline");
  if (std::filesystem::exists(copy))
    return fail(ErrorCode::input, "the file exists already", copy, "choose another name with -o");
  return guarded(path, [&]() -> Result<Compacted> {
    SQLite::Database db(path, SQLite::OPEN_READONLY, busy_ms);
    TM_TRY(const int schema, identify(db, path));
    static_cast<void>(schema);
    TM_TRY(const bool made, make_place(copy));
    static_cast<void>(made);
    const auto dropped = [&](Error error) {
      std::error_code ignored;
      std::filesystem::remove(copy, ignored);
      return std::unexpected(std::move(error));
    };
    if (auto room = room_for(copy, used_bytes(db), copy); !room) return dropped(room.error());
    heed(db, stop);
    const auto done = interruptible(path, stop, [&] {
      SQLite::Statement vacuum(db, "VACUUM INTO ?");
      vacuum.bind(1, copy);
      vacuum.exec();
    });
    if (!done) return dropped(done.error());
    return Compacted{file_bytes(path), file_bytes(copy)};
  });
}

}  // namespace tidemark
