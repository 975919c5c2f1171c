// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/info.h"

#include <algorithm>

#include "models/timeline/place.h"
#include "models/timeline/rollup_store.h"
#include "models/timeline/schema.h"

namespace tidemark {
namespace {
// Heads of all segments: cells in them, and their bytes.
Result<> add_segments(SQLite::Database& db, TimelineInfo& info) {
  SQLite::Statement rows(db, "SELECT length(b), substr(b, 1, ?) FROM seg");
  rows.bind(1, static_cast<std::int64_t>(segment_head_bytes));
  while (rows.executeStep()) {
    info.sealed_bytes += rows.getColumn(0).getInt64();
    const ByteView head = blob_of(rows.getColumn(1));
    TM_CHECK(directory_end(head));
    ByteReader in(head.subspan(6));
    const std::int64_t polls = in.u16();
    in.u64();
    info.sealed_samples += polls * in.u32();
  }
  return {};
}
}  // namespace

Result<TimelineReach> timeline_reach(SQLite::Database& db, const std::string& path, int schema) {
  TimelineReach reach;
  reach.path = path;
  reach.schema = schema;
  reach.file_bytes = file_bytes(path);
  reach.wal_bytes = file_bytes(path + "-wal");
  // By lane: the index has the times of each in order.
  if (const auto oldest = number(db, "SELECT min((SELECT min(wall_ms) FROM poll WHERE lane = l.id)) FROM lane l"))
    reach.oldest = local_time(*oldest);
  if (const auto newest = number(db, "SELECT max((SELECT max(wall_ms) FROM poll WHERE lane = l.id)) FROM lane l"))
    reach.newest = local_time(*newest);
  if (schema < schema_with_rollups) return reach;
  reach.oldest_5min = oldest_part(db, Grain::five_minutes);
  reach.oldest_1h = oldest_part(db, Grain::hour);
  return reach;
}

Result<TimelineInfo> timeline_info(SQLite::Database& db, const std::string& path, int schema) {
  const auto count = [&](const char* sql) { return number(db, sql).value_or(0); };
  TimelineInfo info;
  TM_TRY(static_cast<TimelineReach&>(info), timeline_reach(db, path, schema));
  info.series = count("SELECT count(*) FROM series");
  info.polls = count("SELECT count(*) FROM poll");
  info.hot_bytes = count("SELECT sum(length(b)) FROM hot");
  info.events = count("SELECT count(*) FROM event");
  info.states = count("SELECT count(*) FROM state");
  info.retention_raw = Millis(count("SELECT value FROM meta WHERE key = 'retention_raw_ms'"));
  info.retention_bytes = count("SELECT value FROM meta WHERE key = 'retention_bytes'");
  TM_CHECK(add_segments(db, info));
  if (schema < schema_with_rollups) return info;
  info.rollup_bytes = count("SELECT sum(length(b)) FROM roll");
  info.retention_5min = Millis(count("SELECT value FROM meta WHERE key = 'retention_5min_ms'"));
  return info;
}

}  // namespace tidemark
