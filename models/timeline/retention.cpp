// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/retention.h"

#include <algorithm>

#include "models/timeline/segment_codec.h"

namespace tidemark {
namespace {
constexpr std::int64_t slice_bytes = 8 << 20;
// Room below the bound for what comes before the next step: the hot rows of a block and the same ones sealed.
std::int64_t high_water(std::int64_t bound) { return bound - std::min<std::int64_t>(bound / 4, 64 << 20); }
}  // namespace

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
      "AND NOT EXISTS (SELECT 1 FROM hot WHERE lane = l.id AND seq BETWEEN first * ? AND first * ? + ? - 1) "
      "ORDER BY (SELECT wall_ms FROM poll WHERE lane = l.id AND seq = first * ?) LIMIT 1");
  for (int i = 1; i <= 4; ++i) rows.bind(i, block_size);
  if (!rows.executeStep()) return std::nullopt;
  return Victim{rows.getColumn(0).getInt64(), rows.getColumn(1).getInt64()};
}

bool Pruner::too_large() {
  const std::int64_t used =
      number(db_, "PRAGMA page_count").value_or(0) - number(db_, "PRAGMA freelist_count").value_or(0);
  return used * number(db_, "PRAGMA page_size").value_or(4096) > high_water(retention_.max_bytes);
}

bool Pruner::pending() {
  if (orphan() || too_old()) return true;
  if (!too_large()) {
    stuck_ = false;
    return false;
  }
  stuck_ = !oldest_sealed();
  return !stuck_;
}

void Pruner::step() {
  auto victim = orphan();
  if (!victim) {
    victim = too_old();
    if (!victim && too_large()) victim = oldest_sealed();
    if (!victim) return;
    drop_polls(*victim);
  }
  // length() of a blob does not read it.
  SQLite::Statement sizes(db_, "SELECT grp, length(b) FROM seg WHERE lane = ? AND block = ? ORDER BY grp");
  bound(sizes, victim->lane, victim->block);
  std::int64_t bytes = 0;
  std::int64_t last = -1;
  while (bytes < slice_bytes && sizes.executeStep()) {
    last = sizes.getColumn(0).getInt64();
    bytes += sizes.getColumn(1).getInt64();
  }
  sizes.reset();
  SQLite::Statement drop(db_, "DELETE FROM seg WHERE lane = ? AND block = ? AND grp <= ?");
  bound(drop, victim->lane, victim->block, last).exec();
}

void Pruner::drop_polls(const Victim& victim) {
  const std::int64_t end = (victim.block + 1) * block_size;
  for (const char* sql :
       {"DELETE FROM poll WHERE lane = ? AND seq < ?", "DELETE FROM poll_error WHERE lane = ? AND last < ?",
        "DELETE FROM series WHERE lane = ? AND died < ?"}) {
    SQLite::Statement drop(db_, sql);
    bound(drop, victim.lane, end).exec();
  }
  db_.exec("UPDATE meta SET value = value + 1 WHERE key = 'catalogue'");
}

}  // namespace tidemark
