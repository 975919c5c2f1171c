// SPDX-License-Identifier: GPL-3.0-or-later
// RollupStore: the tables of the rollups: parts of 5 min by block of a lane, parts of 1 h by pack of 64 blocks, and how
// far each lane is. Blocks below `blocks` have their 5 min buckets, packs below `packs` their hours; what lies above is
// unfinished work. Thread rule: the connection's thread, inside its transaction. SQLite's exceptions pass.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/timeline/block_rollup.h"
#include "models/timeline/sql.h"

namespace tidemark {

inline constexpr std::int64_t pack_blocks = 64;

struct RolledLane {
  std::int64_t blocks = 0;
  std::int64_t packs = 0;
};

// Which parts: of a level and lane, pieces (blocks or packs) in [first, last], that touch the time and the series.
struct PartRange {
  Grain level = Grain::five_minutes;
  std::int64_t lane = 0;
  std::int64_t first = 0;
  std::int64_t last = 0;
  LocalTime from = local_time(0);
  LocalTime to = local_time(std::int64_t{1} << 50);
  std::int64_t first_series = 0;
  std::int64_t last_series = std::int64_t{1} << 60;
};
struct PartRow {
  std::int64_t piece = 0;
  std::int64_t roll = 0;
};

// When the oldest part of a level begins.
std::optional<LocalTime> oldest_part(SQLite::Database& db, Grain level);

class RollupStore final {
 public:
  explicit RollupStore(SQLite::Database& db);
  RolledLane rolled(std::int64_t lane);
  void set_rolled(std::int64_t lane, RolledLane rolled);
  void insert(Grain level, std::int64_t lane, std::int64_t piece, std::int64_t group, const RollupPart& part);
  // Drops the parts of pieces from `first` on.
  void drop_from(Grain level, std::int64_t lane, std::int64_t first);
  // Ascending by piece.
  std::vector<PartRow> parts(const PartRange& range);
  // Of a part; empty where it is gone. Valid until the next call.
  ByteView blob(std::int64_t roll);

 private:
  // Statements that write are made when they are wanted: who may only read may not even prepare them.
  SQLite::Statement& ready(std::optional<SQLite::Statement>& statement, const char* sql);

  SQLite::Database& db_;
  SQLite::Statement rolled_, parts_, blob_;
  std::optional<SQLite::Statement> set_rolled_, roll_, part_, drop_rolls_, drop_parts_;
};

}  // namespace tidemark
