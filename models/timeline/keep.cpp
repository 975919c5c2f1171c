// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/keep.h"

#include <algorithm>

#include "models/timeline/bundle_tables.h"
#include "models/timeline/place.h"
#include "models/timeline/retention.h"
#include "models/timeline/schema.h"
#include "models/timeline/segment_codec.h"
#include "models/timeline/sql.h"

namespace tidemark {
namespace {
constexpr int busy_ms = 5000;

Retention changed(Retention retention, const KeepChange& change) {
  retention.raw = change.raw.value_or(retention.raw);
  retention.five_minutes = change.five_minutes.value_or(retention.five_minutes);
  retention.max_bytes = change.max_bytes.value_or(retention.max_bytes);
  return retention;
}

// Of sealed blocks whose last poll is older than `raw` before the newest one.
std::int64_t too_old_bytes(SQLite::Database& db, LocalTime before) {
  SQLite::Statement blocks(db,
                           "SELECT sum(length(b)) FROM seg s WHERE "
                           "(SELECT wall_ms FROM poll WHERE lane = s.lane AND seq = s.block * ?1 + ?1 - 1) < ?2");
  bound(blocks, block_size, ms(before));
  return blocks.executeStep() ? blocks.getColumn(0).getInt64() : 0;
}

// Of buckets of 5 minutes that end more than `five_minutes` before the newest poll.
std::int64_t old_bucket_bytes(SQLite::Database& db, LocalTime before) {
  SQLite::Statement parts(db,
                          "SELECT sum(length(b)) FROM roll WHERE id IN "
                          "(SELECT roll FROM roll_part WHERE level = 300 AND to_ms < ?)");
  bound(parts, ms(before));
  return parts.executeStep() ? parts.getColumn(0).getInt64() : 0;
}

// Buckets outlive samples: each level goes by its own span, all the rest by that of the polls.
std::optional<std::int64_t> bytes_a_day(SQLite::Database& db, LocalTime newest, bool with_rollups) {
  constexpr double hour = 3'600'000, day = 24 * hour;
  const auto oldest = number(db, "SELECT min((SELECT min(wall_ms) FROM poll WHERE lane = l.id)) FROM lane l");
  const auto span = static_cast<double>(ms(newest) - oldest.value_or(ms(newest)));
  if (span < hour) return std::nullopt;
  auto rest = static_cast<double>(bytes_in_use(db));
  double a_day = 0;
  if (with_rollups) {
    SQLite::Statement levels(db,
                             "SELECT sum(length(b)), max(to_ms) - min(from_ms) FROM (SELECT roll, level, min(from_ms) "
                             "AS from_ms, max(to_ms) AS to_ms FROM roll_part GROUP BY roll) JOIN roll ON id = roll "
                             "GROUP BY level");
    while (levels.executeStep()) {
      const double bytes = levels.getColumn(0).getDouble();
      rest -= bytes;
      a_day += bytes * day / std::max(hour, levels.getColumn(1).getDouble());
    }
  }
  return static_cast<std::int64_t>(a_day + rest * day / span);
}

Result<> check_there(const std::string& path) {
  if (file_bytes(path) > 0) return {};
  return fail(ErrorCode::input, "there is no such timeline", path, "name one with --timeline");
}
}  // namespace

Result<Kept> what_it_keeps(const std::string& path, const KeepChange& change) {
  TM_CHECK(check_there(path));
  return guarded(path, [&]() -> Result<Kept> {
    SQLite::Database db(path, SQLite::OPEN_READONLY, busy_ms);
    TM_TRY(const int schema, identify(db, path));
    if (change.raw || change.five_minutes || change.max_bytes) TM_CHECK(refuse_bundle(db, path));
    Kept kept;
    kept.retention = changed(stored_retention(db), change);
    if (const auto newest = number(db, "SELECT max(wall_ms) FROM poll")) {
      kept.newest = local_time(*newest);
      kept.bytes_a_day = bytes_a_day(db, *kept.newest, schema >= schema_with_rollups);
      const LocalTime before = *kept.newest - kept.retention.raw;
      kept.deletes_bytes = too_old_bytes(db, before);
      if (kept.deletes_bytes > 0) kept.deletes_before = before;
      if (schema >= schema_with_rollups)
        kept.deletes_bytes += old_bucket_bytes(db, *kept.newest - kept.retention.five_minutes);
    }
    kept.deletes_bytes = std::max(kept.deletes_bytes, bytes_over(db, kept.retention.max_bytes));
    return kept;
  });
}

Result<> keep(const std::string& path, const KeepChange& change) {
  TM_CHECK(check_there(path));
  TM_TRY(const WriterLock lock, WriterLock::take(path));
  return guarded(path, [&]() -> Result<> {
    SQLite::Database db(path, SQLite::OPEN_READWRITE, busy_ms);
    TM_CHECK(identify(db, path));
    TM_CHECK(refuse_bundle(db, path));
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    store_retention(db, changed(stored_retention(db), change));
    transaction.commit();
    return {};
  });
}

}  // namespace tidemark
