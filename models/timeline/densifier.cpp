// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/densifier.h"

#include "models/timeline/segment_bases.h"

namespace tidemark {
namespace {
constexpr int blocks_at_once = 8;
}

Densifier::Densifier(SQLite::Database& db, Millis after)
    : after_(after),
      order_(db),
      // Per lane: the first block that is not done, and the first that is not due.
      lanes_(db,
             "SELECT l.id, coalesce((SELECT value FROM meta WHERE key = 'dense:' || l.id), 0), (SELECT p.seq + 1 FROM "
             "poll p WHERE p.lane = l.id AND p.wall_ms <= (SELECT max(wall_ms) FROM poll WHERE lane = l.id) - ? ORDER "
             "BY p.wall_ms DESC LIMIT 1) / ? FROM lane l"),
      blocks_(db, "SELECT DISTINCT block FROM seg WHERE lane = ? AND block >= ? AND block < ? ORDER BY block LIMIT ?"),
      segment_(db, "SELECT rowid, grp, b FROM seg WHERE lane = ? AND block = ? AND grp >= ? ORDER BY grp LIMIT 1"),
      replace_(db, "UPDATE seg SET b = ? WHERE rowid = ?"),
      done_(db, "INSERT INTO meta VALUES('dense:' || ?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value") {}

void Densifier::look() {
  due_.clear();
  next_group_ = 0;
  bound(lanes_, after_.count(), block_size);
  while (lanes_.executeStep()) {
    if (lanes_.getColumn(2).isNull()) continue;
    const std::int64_t lane = lanes_.getColumn(0).getInt64();
    bound(blocks_, lane, lanes_.getColumn(1).getInt64(), lanes_.getColumn(2).getInt64(), blocks_at_once);
    while (blocks_.executeStep()) due_.push_back({lane, blocks_.getColumn(0).getInt64()});
    blocks_.reset();
  }
  lanes_.reset();
}

void Densifier::step() {
  const Block at = due_.front();
  bound(segment_, at.lane, at.block, next_group_);
  if (!segment_.executeStep()) {
    segment_.reset();
    bound(done_, at.lane, at.block + 1).exec();
    leave_front();
    return;
  }
  const std::int64_t row = segment_.getColumn(0).getInt64();
  next_group_ = segment_.getColumn(1).getInt64() + 1;
  const std::optional<Bytes> bytes = denser(blob_of(segment_.getColumn(2)));
  segment_.reset();
  if (!bytes) return;
  replace_.reset();
  bind_blob(replace_, 1, *bytes);
  replace_.bind(2, row);
  replace_.exec();
}

void Densifier::leave_front() {
  due_.pop_front();
  next_group_ = 0;
}

std::optional<Bytes> Densifier::denser(ByteView segment) {
  const auto decoder = SegmentDecoder::open(segment);
  if (!decoder || decoder->directory().effort == SegmentEffort::dense) return std::nullopt;
  const SegmentDirectory& directory = decoder->directory();
  std::vector<SeriesId> series;
  std::vector<std::int64_t> values(directory.entries.size() * directory.polls);
  std::vector<Reason> reasons(values.size());
  const auto cells = [&](auto& all, std::size_t i) {
    return std::span(all).subspan(i * directory.polls, directory.polls);
  };
  for (const SegmentEntry& entry : directory.entries) {
    const std::size_t i = series.size();
    if (!decoder->decode(entry, cells(values, i), cells(reasons, i))) return std::nullopt;
    series.push_back(entry.series);
  }
  const std::vector<PlacedSeries> placed = order_.place(series);
  if (placed.size() != series.size()) return std::nullopt;
  SegmentEncoder encoder(directory.first_seq, directory.polls, SegmentEffort::dense);
  SegmentBases bases;
  for (const PlacedSeries& one : placed) {
    const auto* base =
        bases.next(one.object, one.signal, encoder.series(), cells(values, one.index), cells(reasons, one.index));
    encoder.add(series[one.index], cells(values, one.index), cells(reasons, one.index), base);
  }
  Bytes bytes = encoder.finish();
  return bytes.size() < segment.size() ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace tidemark
