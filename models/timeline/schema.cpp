// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/schema.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "models/timeline/sql.h"

namespace tidemark {
namespace {
// poll.flags: 1 = the bytes of its cost are known. `to_ms` of states and gaps is exclusive. hot and seg have rowids, so
// that a blob can be read in part and new ones are stored behind old ones.
constexpr std::array<std::string_view, 25> statements{
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE source(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, cluster TEXT NOT NULL, "
    "UNIQUE(kind, name, cluster))",
    "CREATE TABLE lane(id INTEGER PRIMARY KEY, source INTEGER NOT NULL, name TEXT NOT NULL, interval_ms INTEGER NOT "
    "NULL, "
    "UNIQUE(source, name, interval_ms))",
    "CREATE TABLE boot(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    "CREATE TABLE poll(lane INTEGER NOT NULL, seq INTEGER NOT NULL, wall_ms INTEGER NOT NULL, mono_ms INTEGER NOT "
    "NULL, "
    "boot INTEGER NOT NULL, took_ms INTEGER NOT NULL, flags INTEGER NOT NULL, due INTEGER NOT NULL, "
    "answered INTEGER NOT NULL, requests INTEGER NOT NULL, bytes INTEGER NOT NULL, cpu_us INTEGER NOT NULL, "
    "PRIMARY KEY(lane, seq)) WITHOUT ROWID",
    "CREATE INDEX poll_wall ON poll(lane, wall_ms)",
    "CREATE TABLE series(id INTEGER PRIMARY KEY AUTOINCREMENT, lane INTEGER NOT NULL, signal TEXT NOT NULL, "
    "object TEXT NOT NULL, unit TEXT NOT NULL, scale10 INTEGER NOT NULL, born INTEGER NOT NULL, died INTEGER)",
    "CREATE TABLE hot(lane INTEGER NOT NULL, seq INTEGER NOT NULL, b BLOB NOT NULL, PRIMARY KEY(lane, seq))",
    "CREATE TABLE seg(lane INTEGER NOT NULL, block INTEGER NOT NULL, grp INTEGER NOT NULL, b BLOB NOT NULL, "
    "PRIMARY KEY(lane, block, grp))",
    "CREATE TABLE state(id INTEGER PRIMARY KEY, source INTEGER NOT NULL, object TEXT NOT NULL, aspect TEXT NOT NULL, "
    "from_lo INTEGER, from_hi INTEGER NOT NULL, \"to\" INTEGER, value TEXT, detail TEXT NOT NULL)",
    "CREATE INDEX state_to ON state(\"to\")",
    "CREATE TABLE event(id INTEGER PRIMARY KEY, source INTEGER, lo INTEGER, hi INTEGER NOT NULL, layer TEXT NOT NULL, "
    "kind TEXT NOT NULL, object TEXT NOT NULL, text TEXT NOT NULL, severity TEXT NOT NULL)",
    "CREATE INDEX event_hi ON event(hi)",
    "CREATE TABLE gap(id INTEGER PRIMARY KEY, lane INTEGER NOT NULL, from_ms INTEGER NOT NULL, to_ms INTEGER NOT NULL, "
    "reason INTEGER NOT NULL, detail TEXT NOT NULL)",
    "CREATE INDEX gap_to ON gap(to_ms)",
    // The error was the same in the polls `first` to `last`, or to the newest one where `last` is null.
    "CREATE TABLE poll_error(id INTEGER PRIMARY KEY, lane INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER, "
    "scope TEXT NOT NULL, reason INTEGER NOT NULL, text TEXT NOT NULL, denied INTEGER NOT NULL)",
    "CREATE INDEX poll_error_last ON poll_error(lane, last)",
    "CREATE TABLE snapshot(id INTEGER PRIMARY KEY, source INTEGER NOT NULL, \"table\" TEXT NOT NULL, snapshot_id TEXT, "
    "parent_id TEXT, committed_ms INTEGER, seen_lo INTEGER, seen_hi INTEGER NOT NULL, operation TEXT, commit_id TEXT, "
    "added_records INTEGER, valid_through_ms INTEGER, partial INTEGER NOT NULL, evidence INTEGER NOT NULL DEFAULT 3)",
    "CREATE UNIQUE INDEX snapshot_key ON snapshot(source, \"table\", snapshot_id)",
    "CREATE INDEX snapshot_seen ON snapshot(seen_hi)",
    "CREATE TABLE commit_range(snapshot INTEGER NOT NULL, topic TEXT NOT NULL, partition INTEGER NOT NULL, "
    "\"from\" INTEGER NOT NULL, \"to\" INTEGER NOT NULL)",
    "CREATE INDEX commit_range_snapshot ON commit_range(snapshot)",
    // level: the width of its buckets in seconds; piece: a block of polls, of hours 64 of them.
    "CREATE TABLE roll(id INTEGER PRIMARY KEY, b BLOB NOT NULL)",
    "CREATE TABLE roll_part(level INTEGER NOT NULL, lane INTEGER NOT NULL, piece INTEGER NOT NULL, grp INTEGER NOT "
    "NULL, first_series INTEGER NOT NULL, last_series INTEGER NOT NULL, from_ms INTEGER NOT NULL, to_ms INTEGER NOT "
    "NULL, roll INTEGER NOT NULL, PRIMARY KEY(level, lane, piece, grp)) WITHOUT ROWID",
    "CREATE TABLE rolled(lane INTEGER PRIMARY KEY, blocks INTEGER NOT NULL, packs INTEGER NOT NULL)"};

// 1 to 2: commits of tables, with their ranges.
constexpr std::array<std::string_view, 5> from_1{"ALTER TABLE snapshot ADD COLUMN evidence INTEGER NOT NULL DEFAULT 3",
                                                 statements[18], statements[19], statements[20], statements[21]};
// 2 to 3: rollups; the writer makes them from the segments.
constexpr std::array<std::string_view, 3> from_2{statements[22], statements[23], statements[24]};
constexpr std::array<Migration, 2> steps{Migration{1, from_1}, Migration{2, from_2}};

void set_version(SQLite::Database& db, int version) { db.exec("PRAGMA user_version = " + std::to_string(version)); }
}  // namespace

std::span<const std::string_view> schema_statements() { return statements; }

std::span<const Migration> migrations() { return steps; }

void create_schema(SQLite::Database& db) {
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  for (const std::string_view statement : statements) db.exec(std::string(statement));
  db.exec("PRAGMA application_id = " + std::to_string(timeline_application_id));
  set_version(db, timeline_schema);
  transaction.commit();
}

Result<int> identify(SQLite::Database& db, const std::string& path, int newest) {
  const auto application = number(db, "PRAGMA application_id");
  const auto version = static_cast<int>(number(db, "PRAGMA user_version").value_or(0));
  if (application != timeline_application_id) return fail(ErrorCode::damaged, "not a Tidemark timeline", path);
  if (version > newest)
    return fail(ErrorCode::damaged,
                "written by a newer Tidemark (schema " + std::to_string(version) + ", this one knows " +
                    std::to_string(newest) + ")",
                path, "use that version, or another file");
  if (version < 1)
    return fail(ErrorCode::damaged, "a timeline of the impossible schema " + std::to_string(version), path);
  return version;
}

Result<> migrate(SQLite::Database& db, const std::string& path, int from, int to, std::span<const Migration> all) {
  if (from == to) return {};
  const std::string copy = path + ".schema-" + std::to_string(from) + ".backup";
  if (!std::filesystem::exists(copy)) {
    SQLite::Statement vacuum(db, "VACUUM INTO ?");
    vacuum.bind(1, copy);
    vacuum.exec();
  }
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  for (int version = from; version < to; ++version) {
    const auto step = std::ranges::find(all, version, &Migration::from);
    if (step == all.end())
      return fail(ErrorCode::damaged, "there is no way from schema " + std::to_string(version) + " to the next", path);
    for (const std::string_view statement : step->statements) db.exec(std::string(statement));
  }
  set_version(db, to);
  transaction.commit();
  return {};
}

}  // namespace tidemark
