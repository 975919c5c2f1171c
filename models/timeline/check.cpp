// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/check.h"

#include <algorithm>

#include "models/timeline/rollup_check.h"
#include "models/timeline/schema.h"

namespace tidemark {
namespace {
std::string place(const char* what, std::int64_t lane, std::int64_t block) {
  return std::string(what) + " lane " + std::to_string(lane) + " block " + std::to_string(block);
}
}  // namespace

Result<std::vector<TimelineFault>> TimelineCheck::run() {
  integrity();
  const std::vector<Lane> all = lanes();
  for (const Lane& lane : all) {
    polls(lane);
    for (std::int64_t b = lane.first / block_size; b * block_size <= lane.last; ++b) {
      if (cancelled_) return fail(ErrorCode::cancelled, "cancelled");
      block(lane, b);
    }
  }
  loose(all);
  states();
  if (schema_ >= schema_with_rollups) TM_CHECK(RollupCheck(db_, cancelled_, faults_).run());
  return std::move(faults_);
}

void TimelineCheck::integrity() {
  SQLite::Statement rows(db_, "PRAGMA integrity_check(100)");
  while (rows.executeStep())
    if (const std::string text = text_of(rows.getColumn(0)); text != "ok") fault("file", text);
}

std::vector<TimelineCheck::Lane> TimelineCheck::lanes() {
  std::vector<Lane> all;
  SQLite::Statement rows(
      db_,
      "SELECT id, (SELECT min(seq) FROM poll WHERE lane = id), (SELECT max(seq) FROM poll WHERE lane = id), "
      "source IN (SELECT id FROM source) FROM lane ORDER BY id");
  while (rows.executeStep()) {
    Lane lane;
    lane.id = rows.getColumn(0).getInt64();
    if (rows.getColumn(3).getInt() == 0) fault("lane " + std::to_string(lane.id), "its source is missing");
    if (rows.getColumn(1).isNull()) continue;
    lane.first = rows.getColumn(1).getInt64();
    lane.last = rows.getColumn(2).getInt64();
    all.push_back(std::move(lane));
  }
  SQLite::Statement series(db_, "SELECT id, lane, born, died FROM series");
  while (series.executeStep()) {
    const auto lane = std::ranges::find(all, series.getColumn(1).getInt64(), &Lane::id);
    if (lane == all.end())
      fault("series " + std::to_string(series.getColumn(0).getInt64()), "its lane has no polls");
    else
      lane->series[series.getColumn(0).getInt64()] = {series.getColumn(2).getInt64(),
                                                      number_or_null(series.getColumn(3))};
  }
  SQLite::Statement twice(
      db_,
      "SELECT min(id) FROM series WHERE died IS NULL GROUP BY lane, signal, object, unit, scale10 HAVING count(*) > 1");
  while (twice.executeStep()) fault("series " + std::to_string(twice.getColumn(0).getInt64()), "it lives twice");
  return all;
}

// Numbers without a hole; monotonic time that does not fall within one boot.
void TimelineCheck::polls(const Lane& lane) {
  SQLite::Statement rows(
      db_,
      "SELECT seq, mono_ms, boot, boot IN (SELECT id FROM boot), answered > due OR answered < 0 FROM poll "
      "WHERE lane = ? ORDER BY seq");
  rows.bind(1, lane.id);
  std::int64_t expected = lane.first;
  std::int64_t boot = -1;
  std::int64_t mono = 0;
  while (rows.executeStep()) {
    const std::int64_t seq = rows.getColumn(0).getInt64();
    const std::string where = "poll lane " + std::to_string(lane.id) + " seq " + std::to_string(seq);
    if (seq != expected) fault(where, "polls before it are missing");
    expected = seq + 1;
    if (rows.getColumn(3).getInt() == 0) fault(where, "its boot is missing");
    if (rows.getColumn(4).getInt() != 0) fault(where, "more answered than was due");
    if (rows.getColumn(2).getInt64() == boot && rows.getColumn(1).getInt64() < mono)
      fault(where, "the monotonic clock fell");
    boot = rows.getColumn(2).getInt64();
    mono = rows.getColumn(1).getInt64();
  }
}

void TimelineCheck::block(const Lane& lane, std::int64_t block) {
  const std::int64_t first = std::max(block * block_size, lane.first);
  const std::int64_t last = std::min((block + 1) * block_size - 1, lane.last);
  SQLite::Statement hot_rows(db_, "SELECT count(*) FROM hot WHERE lane = ? AND seq BETWEEN ? AND ?");
  bound(hot_rows, lane.id, block * block_size, (block + 1) * block_size - 1);
  hot_rows.executeStep();
  const std::int64_t rows = hot_rows.getColumn(0).getInt64();
  const std::string where = place(rows > 0 ? "hot" : "seg", lane.id, block);
  if (rows > 0 && rows != last - first + 1) fault(where, "its rows are not those of its polls");
  members(lane, rows > 0 ? hot(lane, block, first, last) : segments(lane, block, first, last), first, last, where);
}

std::unordered_map<std::int64_t, int> TimelineCheck::hot(const Lane& lane, std::int64_t block, std::int64_t first,
                                                         std::int64_t last) {
  std::unordered_map<std::int64_t, int> found;
  SQLite::Statement rows(db_, "SELECT b, seq FROM hot WHERE lane = ? AND seq BETWEEN ? AND ? ORDER BY seq");
  bound(rows, lane.id, first, last);
  HotDecoder decoder;
  while (rows.executeStep()) {
    if (const auto fed = decoder.feed(blob_of(rows.getColumn(0))); !fed) {
      fault(place("hot", lane.id, block) + " seq " + std::to_string(rows.getColumn(1).getInt64()), fed.error().what);
      return {};
    }
  }
  for (const SeriesId id : decoder.series()) ++found[id.value()];
  return found;
}

std::unordered_map<std::int64_t, int> TimelineCheck::segments(const Lane& lane, std::int64_t block, std::int64_t first,
                                                              std::int64_t last) {
  std::unordered_map<std::int64_t, int> found;
  SQLite::Statement rows(db_, "SELECT b, grp FROM seg WHERE lane = ? AND block = ? ORDER BY grp");
  bound(rows, lane.id, block);
  std::vector<std::int64_t> values(block_polls);
  std::vector<Reason> reasons(block_polls);
  while (rows.executeStep()) {
    const std::string where = place("seg", lane.id, block) + " group " + std::to_string(rows.getColumn(1).getInt64());
    const auto segment = SegmentDecoder::open(blob_of(rows.getColumn(0)));
    if (!segment) {
      fault(where, segment.error().what);
      continue;
    }
    const SegmentDirectory& directory = segment->directory();
    if (directory.first_seq != first || static_cast<std::int64_t>(directory.polls) != last - first + 1)
      fault(where, "its polls are not those of its block");
    for (const SegmentEntry& entry : directory.entries) {
      ++found[entry.series.value()];
      if (const auto decoded = segment->decode(entry, values, reasons); !decoded) fault(where, decoded.error().what);
    }
  }
  return found;
}

void TimelineCheck::members(const Lane& lane, const std::unordered_map<std::int64_t, int>& found, std::int64_t first,
                            std::int64_t last, const std::string& where) {
  for (const auto& [id, times] : found) {
    if (times > 1) fault(where, "series " + std::to_string(id) + " stands in it twice");
    if (!lane.series.contains(id)) fault(where, "series " + std::to_string(id) + " is not known");
  }
  for (const auto& [id, life] : lane.series)
    if (life.born <= last && (!life.died || *life.died >= first) && !found.contains(id))
      fault(where, "series " + std::to_string(id) + " is missing");
}

// What no poll stands for. Segments below the oldest poll are being dropped and wait for their turn.
void TimelineCheck::loose(const std::vector<Lane>& lanes) {
  SQLite::Statement hot_rows(
      db_,
      "SELECT lane, count(*) FROM hot h WHERE NOT EXISTS (SELECT 1 FROM poll p WHERE p.lane = h.lane AND "
      "p.seq = h.seq) GROUP BY lane");
  while (hot_rows.executeStep())
    fault("hot lane " + std::to_string(hot_rows.getColumn(0).getInt64()), "it has rows without polls");
  SQLite::Statement blocks(db_, "SELECT lane, max(block) FROM seg GROUP BY lane");
  while (blocks.executeStep()) {
    const auto lane = std::ranges::find(lanes, blocks.getColumn(0).getInt64(), &Lane::id);
    if (lane == lanes.end() || blocks.getColumn(1).getInt64() > lane->last / block_size)
      fault(place("seg", blocks.getColumn(0).getInt64(), blocks.getColumn(1).getInt64()), "it has no polls");
  }
}

void TimelineCheck::states() {
  SQLite::Statement open(
      db_, "SELECT min(id) FROM state WHERE \"to\" IS NULL GROUP BY source, object, aspect HAVING count(*) > 1");
  while (open.executeStep()) fault("state " + std::to_string(open.getColumn(0).getInt64()), "it is open twice");
  SQLite::Statement source(db_, "SELECT count(*) FROM state WHERE source NOT IN (SELECT id FROM source)");
  source.executeStep();
  if (source.getColumn(0).getInt64() > 0) fault("state", "some have no source");
}

}  // namespace tidemark
