// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/retention.h"

#include <algorithm>

#include "models/timeline/rollup_store.h"

namespace tidemark {
namespace {
constexpr std::int64_t slice_bytes = 8 << 20;
constexpr int five_minutes_s = 300;
constexpr int hour_s = 3600;
// Room below the bound for what comes before the next step: the hot rows of a block and the same ones sealed.
std::int64_t high_water(std::int64_t bound) { return bound - std::min<std::int64_t>(bound / 4, 64 << 20); }
}  // namespace

Retention usual_retention(std::int64_t free_bytes) {
  constexpr std::int64_t step = 10'000'000;  // also the least
  Retention out;
  out.max_bytes = std::clamp(free_bytes / 10 / step * step, step, out.max_bytes);
  return out;
}

Retention stored_retention(SQLite::Database& db) {
  const Retention usual;
  Retention out;
  out.raw = Millis(number(db, "SELECT value FROM meta WHERE key = 'retention_raw_ms'").value_or(usual.raw.count()));
  out.five_minutes =
      Millis(number(db, "SELECT value FROM meta WHERE key = 'retention_5min_ms'").value_or(usual.five_minutes.count()));
  out.max_bytes = number(db, "SELECT value FROM meta WHERE key = 'retention_bytes'").value_or(usual.max_bytes);
  return out;
}

void store_retention(SQLite::Database& db, const Retention& retention) {
  SQLite::Statement meta(db, "INSERT INTO meta VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value = excluded.value");
  bound(meta, "retention_raw_ms", retention.raw.count()).exec();
  bound(meta, "retention_5min_ms", retention.five_minutes.count()).exec();
  bound(meta, "retention_bytes", retention.max_bytes).exec();
}

std::int64_t bytes_in_use(SQLite::Database& db) {
  const std::int64_t pages =
      number(db, "PRAGMA page_count").value_or(0) - number(db, "PRAGMA freelist_count").value_or(0);
  return pages * number(db, "PRAGMA page_size").value_or(4096);
}

std::int64_t bytes_over(SQLite::Database& db, std::int64_t max_bytes) {
  return std::max<std::int64_t>(0, bytes_in_use(db) - high_water(max_bytes));
}

Pruner::Pruner(SQLite::Database& db, Retention retention) : db_(db), retention_(retention) {}

// Segments whose polls are gone: a block that is half dropped.
std::optional<Pruner::Victim> Pruner::orphan() {
  SQLite::Statement rows(db_,
                         "SELECT l.id, (SELECT min(block) FROM seg WHERE lane = l.id) AS first, "
                         "(SELECT min(seq) FROM poll WHERE lane = l.id) / ? AS kept FROM lane l WHERE first < kept");
  rows.bind(1, block_size);
  if (!rows.executeStep()) return std::nullopt;
  return Victim{rows.getColumn(0).getInt64(), rows.getColumn(1).getInt64()};
}

// The oldest sealed block of a lane whose last poll is older than the raw retention.
std::optional<Pruner::Victim> Pruner::too_old() {
  SQLite::Statement rows(
      db_,
      "SELECT l.id, (SELECT min(block) FROM seg WHERE lane = l.id) AS first FROM lane l WHERE "
      "(SELECT wall_ms FROM poll WHERE lane = l.id AND seq = first * ? + ? - 1) < "
      "(SELECT max(w) FROM (SELECT (SELECT max(wall_ms) FROM poll WHERE lane = n.id) AS w FROM lane n)) - ? "
      "AND first < (SELECT blocks FROM rolled WHERE lane = l.id) "
      "AND NOT EXISTS (SELECT 1 FROM hot WHERE lane = l.id AND seq BETWEEN first * ? AND first * ? + ? - 1)");
  rows.bind(1, block_size);
  rows.bind(2, block_size);
  rows.bind(3, retention_.raw.count());
  rows.bind(4, block_size);
  rows.bind(5, block_size);
  rows.bind(6, block_size);
  if (!rows.executeStep()) return std::nullopt;
  return Victim{rows.getColumn(0).getInt64(), rows.getColumn(1).getInt64()};
}

std::optional<Pruner::Victim> Pruner::oldest_sealed() {
  SQLite::Statement rows(
      db_,
      "SELECT l.id, (SELECT min(block) FROM seg WHERE lane = l.id) AS first FROM lane l WHERE first IS NOT NULL "
      "AND first < (SELECT blocks FROM rolled WHERE lane = l.id) "
      "AND NOT EXISTS (SELECT 1 FROM hot WHERE lane = l.id AND seq BETWEEN first * ? AND first * ? + ? - 1) "
      "ORDER BY (SELECT wall_ms FROM poll WHERE lane = l.id AND seq = first * ?) LIMIT 1");
  for (int i = 1; i <= 4; ++i) rows.bind(i, block_size);
  if (!rows.executeStep()) return std::nullopt;
  return Victim{rows.getColumn(0).getInt64(), rows.getColumn(1).getInt64()};
}

// The oldest 5 min buckets of a lane that are in hours and older than they are kept.
std::optional<Pruner::Part> Pruner::old_buckets() {
  SQLite::Statement rows(
      db_,
      "SELECT l.id, (SELECT min(piece) FROM roll_part WHERE level = ?1 AND lane = l.id) AS first FROM lane l WHERE "
      "first < (SELECT packs FROM rolled WHERE lane = l.id) * ?2 AND "
      "(SELECT max(to_ms) FROM roll_part WHERE level = ?1 AND lane = l.id AND piece = first) < "
      "(SELECT max(w) FROM (SELECT (SELECT max(wall_ms) FROM poll WHERE lane = n.id) AS w FROM lane n)) - ?3");
  rows.bind(1, five_minutes_s);
  rows.bind(2, pack_blocks);
  rows.bind(3, retention_.five_minutes.count());
  if (!rows.executeStep()) return std::nullopt;
  return Part{five_minutes_s, rows.getColumn(0).getInt64(), rows.getColumn(1).getInt64()};
}

// Of the buckets that may go where there is no room: the oldest of 5 min that are in hours, else the oldest hours.
std::optional<Pruner::Part> Pruner::oldest_part() {
  SQLite::Statement rows(
      db_,
      "SELECT ?1, l.id, (SELECT min(piece) FROM roll_part WHERE level = ?1 AND lane = l.id) AS first FROM lane l WHERE "
      "first < (SELECT packs FROM rolled WHERE lane = l.id) * ?2 ORDER BY "
      "(SELECT min(from_ms) FROM roll_part WHERE level = ?1 AND lane = l.id AND piece = first) LIMIT 1");
  for (const auto& [level, per_pack] : {std::pair{five_minutes_s, pack_blocks}, std::pair{hour_s, std::int64_t{1}}}) {
    rows.reset();
    rows.bind(1, level);
    rows.bind(2, per_pack);
    if (rows.executeStep()) return Part{level, rows.getColumn(1).getInt64(), rows.getColumn(2).getInt64()};
  }
  return std::nullopt;
}

bool Pruner::pending() {
  if (orphan() || too_old() || old_buckets()) return true;
  if (!too_large()) {
    stuck_ = false;
    return false;
  }
  stuck_ = !oldest_sealed() && !oldest_part();
  return !stuck_;
}

void Pruner::step() {
  if (const auto half = orphan()) return drop_block(*half);
  auto victim = too_old();
  const bool full = !victim && too_large();
  if (full) victim = oldest_sealed();
  if (victim) {
    drop_polls(*victim);
    return drop_block(*victim);
  }
  auto part = old_buckets();
  if (!part && full) part = oldest_part();
  if (part) drop_part(*part);
}

void Pruner::drop_block(const Victim& victim) {
  // length() of a blob does not read it.
  SQLite::Statement sizes(db_, "SELECT grp, length(b) FROM seg WHERE lane = ? AND block = ? ORDER BY grp");
  bound(sizes, victim.lane, victim.block);
  std::int64_t bytes = 0;
  std::int64_t last = -1;
  while (bytes < slice_bytes && sizes.executeStep()) {
    last = sizes.getColumn(0).getInt64();
    bytes += sizes.getColumn(1).getInt64();
  }
  sizes.reset();
  SQLite::Statement drop(db_, "DELETE FROM seg WHERE lane = ? AND block = ? AND grp <= ?");
  bound(drop, victim.lane, victim.block, last).exec();
}

void Pruner::drop_polls(const Victim& victim) {
  const std::int64_t end = (victim.block + 1) * block_size;
  for (const char* sql :
       {"DELETE FROM poll WHERE lane = ? AND seq < ?", "DELETE FROM poll_error WHERE lane = ? AND last < ?"}) {
    SQLite::Statement drop(db_, sql);
    bound(drop, victim.lane, end).exec();
  }
  drop_series(victim.lane);
}

void Pruner::drop_part(const Part& part) {
  for (const char* sql :
       {"DELETE FROM roll WHERE id IN (SELECT roll FROM roll_part WHERE level = ? AND lane = ? AND piece = ?)",
        "DELETE FROM roll_part WHERE level = ? AND lane = ? AND piece = ?"}) {
    SQLite::Statement drop(db_, sql);
    bound(drop, part.level, part.lane, part.piece).exec();
  }
  drop_series(part.lane);
}

// Series that nothing is left of: neither samples nor buckets.
void Pruner::drop_series(std::int64_t lane) {
  SQLite::Statement drop(
      db_,
      "DELETE FROM series WHERE lane = ?1 AND died < min("
      "ifnull((SELECT min(seq) FROM poll WHERE lane = ?1), 0), "
      "ifnull((SELECT min(piece) FROM roll_part WHERE level = ?2 AND lane = ?1) * ?3, 9223372036854775807), "
      "ifnull((SELECT min(piece) FROM roll_part WHERE level = ?4 AND lane = ?1) * ?3 * ?5, 9223372036854775807))");
  drop.bind(1, lane);
  drop.bind(2, five_minutes_s);
  drop.bind(3, block_size);
  drop.bind(4, hour_s);
  drop.bind(5, pack_blocks);
  if (drop.exec() > 0) db_.exec("UPDATE meta SET value = value + 1 WHERE key = 'catalogue'");
}

}  // namespace tidemark
