// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/rollup_check.h"

#include <algorithm>

#include "models/timeline/hour_pack.h"

namespace tidemark {
namespace {
constexpr std::size_t one_part = static_cast<std::size_t>(-1);

std::string part_place(const char* level, std::int64_t lane, std::int64_t piece) {
  return std::string(level) + " lane " + std::to_string(lane) + " piece " + std::to_string(piece);
}
}  // namespace

RollupCheck::RollupCheck(SQLite::Database& db, const std::atomic<bool>& cancelled, std::vector<TimelineFault>& faults)
    : db_(db), cancelled_(cancelled), faults_(faults), store_(db), rollup_(db) {}

Result<> RollupCheck::run() {
  loose();
  std::vector<std::int64_t> lanes;
  SQLite::Statement rows(db_, "SELECT lane FROM rolled ORDER BY lane");
  while (rows.executeStep()) lanes.push_back(rows.getColumn(0).getInt64());
  for (const std::int64_t lane : lanes) {
    const RolledLane rolled = store_.rolled(lane);
    TM_CHECK(blocks(lane, rolled));
    TM_CHECK(packs(lane, rolled));
  }
  return {};
}

void RollupCheck::loose() {
  for (const auto& [sql, what] :
       {std::pair{"SELECT count(*) FROM roll_part WHERE roll NOT IN (SELECT id FROM roll)", "parts without buckets"},
        std::pair{"SELECT count(*) FROM roll WHERE id NOT IN (SELECT roll FROM roll_part)", "buckets of no part"}})
    if (number(db_, sql).value_or(0) > 0) faults_.push_back({"rollups", what});
}

bool RollupCheck::read(ByteView blob, const std::string& where, Content& into) {
  const auto part = RollupDecoder::open(blob);
  if (!part) {
    faults_.push_back({where, part.error().what});
    return false;
  }
  std::vector<Bucket> buckets(part->times().size());
  for (const RollupEntry& entry : part->entries()) {
    if (const auto decoded = part->decode(entry, buckets); !decoded) {
      faults_.push_back({where, decoded.error().what});
      return false;
    }
    for (std::size_t i = 0; i < buckets.size(); ++i) into[entry.key][part->times()[i].start] = buckets[i];
  }
  return true;
}

void RollupCheck::compare(const Content& stored, const Content& made, const std::string& where, const char* from) {
  for (const auto& [key, buckets] : made) {
    const auto it = stored.find(key);
    if (it == stored.end() || it->second != buckets)
      faults_.push_back({where, "series " + std::to_string(key.series.value()) + (key.lag ? " (lag)" : "") +
                                    " is not what its " + from + " say"});
  }
}

Result<> RollupCheck::blocks(std::int64_t lane, const RolledLane& rolled) {
  std::vector<std::int64_t> there;
  SQLite::Statement rows(db_, "SELECT DISTINCT block FROM seg WHERE lane = ? AND block < ? ORDER BY block");
  bound(rows, lane, rolled.blocks);
  while (rows.executeStep()) there.push_back(rows.getColumn(0).getInt64());
  for (const std::int64_t at : there) {
    if (cancelled_) return fail(ErrorCode::cancelled, "cancelled");
    block(lane, at);
  }
  return {};
}

void RollupCheck::block(std::int64_t lane, std::int64_t block) {
  const std::string where = part_place("5 min", lane, block);
  Content stored, made;
  for (const PartRow& row : store_.parts({.level = Grain::five_minutes, .lane = lane, .first = block, .last = block}))
    if (!read(store_.blob(row.roll), where, stored)) return;
  if (!rollup_.open(LaneId(lane), block)) return;
  for (std::size_t i = 0; i < rollup_.segments(); ++i) {
    const RollupPart part = rollup_.part(i);
    if (!part.blob.empty()) read(part.blob, where, made);  // damaged segments are said elsewhere
  }
  compare(stored, made, where, "samples");
}

Result<> RollupCheck::packs(std::int64_t lane, const RolledLane& rolled) {
  SQLite::Statement rows(db_, "SELECT min(piece) FROM roll_part WHERE level = 300 AND lane = ?");
  rows.bind(1, lane);
  const std::int64_t oldest =
      rows.executeStep() && !rows.getColumn(0).isNull() ? rows.getColumn(0).getInt64() : rolled.blocks;
  std::int64_t pack = -1;
  for (const PartRow& row : store_.parts({.level = Grain::hour, .lane = lane, .first = 0, .last = rolled.packs - 1})) {
    if (cancelled_) return fail(ErrorCode::cancelled, "cancelled");
    if (row.piece != pack) hours_ = hour_axis(store_, lane, row.piece);
    pack = row.piece;
    hour_part(lane, row, oldest <= row.piece * pack_blocks);
  }
  return {};
}

void RollupCheck::hour_part(std::int64_t lane, const PartRow& row, bool comparable) {
  const std::string where = part_place("1 h", lane, row.piece);
  Content stored, made;
  if (!read(store_.blob(row.roll), where, stored) || !comparable || stored.empty()) return;
  std::vector<std::int64_t> series;
  for (const auto& [key, buckets] : stored)
    if (series.empty() || series.back() != key.series.value()) series.push_back(key.series.value());
  HourPack pack(hours_);
  for (const PartRow& from : store_.parts({.level = Grain::five_minutes,
                                           .lane = lane,
                                           .first = row.piece * pack_blocks,
                                           .last = (row.piece + 1) * pack_blocks - 1,
                                           .first_series = series.front(),
                                           .last_series = series.back()}))
    pack.add(store_.blob(from.roll), series);
  for (const RollupPart& part : pack.take(one_part)) read(part.blob, where, made);
  // A series may end in one part with its values and begin the next one with its lag.
  std::erase_if(made, [&](const auto& one) { return !stored.contains(one.first); });
  compare(stored, made, where, "buckets of 5 min");
  if (made.size() != stored.size()) faults_.push_back({where, "it has series that no bucket of 5 min has"});
}

}  // namespace tidemark
