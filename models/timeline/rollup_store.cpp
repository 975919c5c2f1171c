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
      set_rolled_(db,
                  "INSERT INTO rolled VALUES(?,?,?) ON CONFLICT(lane) DO UPDATE SET blocks = excluded.blocks, "
                  "packs = excluded.packs"),
      roll_(db, "INSERT INTO roll(b) VALUES(?)"),
      part_(db, "INSERT INTO roll_part VALUES(?,?,?,?,?,?,?,?,?)"),
      drop_rolls_(
          db, "DELETE FROM roll WHERE id IN (SELECT roll FROM roll_part WHERE level = ? AND lane = ? AND piece >= ?)"),
      drop_parts_(db, "DELETE FROM roll_part WHERE level = ? AND lane = ? AND piece >= ?"),
      parts_(db,
             "SELECT piece, roll FROM roll_part WHERE level = ? AND lane = ? AND piece BETWEEN ? AND ? "
             "AND to_ms >= ? AND from_ms <= ? AND last_series >= ? AND first_series <= ? ORDER BY piece, grp"),
      blob_(db, "SELECT b FROM roll WHERE id = ?") {}

RolledLane RollupStore::rolled(std::int64_t lane) {
  RolledLane out;
  bound(rolled_, lane);
  if (rolled_.executeStep()) out = {rolled_.getColumn(0).getInt64(), rolled_.getColumn(1).getInt64()};
  rolled_.reset();
  return out;
}

void RollupStore::set_rolled(std::int64_t lane, RolledLane rolled) {
  bound(set_rolled_, lane, rolled.blocks, rolled.packs).exec();
}

void RollupStore::insert(Grain level, std::int64_t lane, std::int64_t piece, std::int64_t group,
                         const RollupPart& part) {
  roll_.reset();
  bind_blob(roll_, 1, part.blob);
  roll_.exec();
  bound(part_, seconds_of(level), lane, piece, group, part.first_series, part.last_series, ms(part.from), ms(part.to),
        static_cast<std::int64_t>(db_.getLastInsertRowid()))
      .exec();
}

void RollupStore::drop_from(Grain level, std::int64_t lane, std::int64_t first) {
  bound(drop_rolls_, seconds_of(level), lane, first).exec();
  bound(drop_parts_, seconds_of(level), lane, first).exec();
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
