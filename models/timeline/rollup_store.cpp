// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/rollup_store.h"

namespace tidemark {
namespace {
std::int64_t seconds_of(Grain level) { return width(level).count() / 1000; }
}  // namespace

std::optional<LocalTime> oldest_part(SQLite::Database& db, Grain level) {
  SQLite::Statement rows(
      db,
      "SELECT min((SELECT min(from_ms) FROM roll_part p WHERE level = ?1 AND lane = l.id AND piece = "
      "(SELECT min(piece) FROM roll_part WHERE level = ?1 AND lane = l.id))) FROM lane l");
  rows.bind(1, seconds_of(level));
  return rows.executeStep() ? time_or_null(rows.getColumn(0)) : std::nullopt;
}

RollupStore::RollupStore(SQLite::Database& db)
    : db_(db),
      rolled_(db, "SELECT blocks, packs FROM rolled WHERE lane = ?"),
      parts_(db,
             "SELECT piece, roll FROM roll_part WHERE level = ? AND lane = ? AND piece BETWEEN ? AND ? "
             "AND to_ms >= ? AND from_ms <= ? AND last_series >= ? AND first_series <= ? ORDER BY piece, grp"),
      blob_(db, "SELECT b FROM roll WHERE id = ?") {}

SQLite::Statement& RollupStore::ready(std::optional<SQLite::Statement>& statement, const char* sql) {
  if (!statement) statement.emplace(db_, sql);
  return *statement;
}

RolledLane RollupStore::rolled(std::int64_t lane) {
  RolledLane out;
  bound(rolled_, lane);
  if (rolled_.executeStep()) out = {rolled_.getColumn(0).getInt64(), rolled_.getColumn(1).getInt64()};
  rolled_.reset();
  return out;
}

void RollupStore::set_rolled(std::int64_t lane, RolledLane rolled) {
  SQLite::Statement& set = ready(set_rolled_,
                                 "INSERT INTO rolled VALUES(?,?,?) ON CONFLICT(lane) DO UPDATE SET blocks = "
                                 "excluded.blocks, packs = excluded.packs");
  bound(set, lane, rolled.blocks, rolled.packs).exec();
}

void RollupStore::insert(Grain level, std::int64_t lane, std::int64_t piece, std::int64_t group,
                         const RollupPart& part) {
  SQLite::Statement& roll = ready(roll_, "INSERT INTO roll(b) VALUES(?)");
  roll.reset();
  bind_blob(roll, 1, part.blob);
  roll.exec();
  bound(ready(part_, "INSERT INTO roll_part VALUES(?,?,?,?,?,?,?,?,?)"), seconds_of(level), lane, piece, group,
        part.first_series, part.last_series, ms(part.from), ms(part.to),
        static_cast<std::int64_t>(db_.getLastInsertRowid()))
      .exec();
}

void RollupStore::drop_from(Grain level, std::int64_t lane, std::int64_t first) {
  bound(ready(drop_rolls_,
              "DELETE FROM roll WHERE id IN (SELECT roll FROM roll_part WHERE level = ? AND lane = ? AND piece >= ?)"),
        seconds_of(level), lane, first)
      .exec();
  bound(ready(drop_parts_, "DELETE FROM roll_part WHERE level = ? AND lane = ? AND piece >= ?"), seconds_of(level),
        lane, first)
      .exec();
}

std::vector<PartRow> RollupStore::parts(const PartRange& range) {
  std::vector<PartRow> rows;
  bound(parts_, seconds_of(range.level), range.lane, range.first, range.last, ms(range.from), ms(range.to),
        range.first_series, range.last_series);
  while (parts_.executeStep()) rows.push_back({parts_.getColumn(0).getInt64(), parts_.getColumn(1).getInt64()});
  parts_.reset();
  return rows;
}

ByteView RollupStore::blob(std::int64_t roll) {
  bound(blob_, roll);
  return blob_.executeStep() ? blob_of(blob_.getColumn(0)) : ByteView();
}

}  // namespace tidemark
