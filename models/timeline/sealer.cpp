// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/sealer.h"

#include <algorithm>

#include "models/timeline/segment_bases.h"

namespace tidemark {
namespace {
// Bodies of this size pack to about 32-64 kB, where SQLite wastes little of the last page and one series is read fast.
constexpr std::size_t full_body = std::size_t{128} << 10;
constexpr std::size_t enough_body = std::size_t{64} << 10;
constexpr std::size_t full_series = 1024;
constexpr std::int64_t tile_polls = 48;
using Tile = std::vector<Cells>;
}  // namespace

// The cells of one chunk of slots over a block, by series.
struct Sealer::Chunk {
  std::size_t polls = 0;
  bool last = false;
  std::vector<SeriesId> series;
  std::vector<std::int64_t> values;  // series x block_polls
  std::vector<Reason> reasons;

  // Transposes rows into columns; a few at once, so that each touch of a column writes a run. Slots never shrink.
  void take(Tile& tile) {
    if (tile.empty()) return;
    const std::size_t count = tile.back().size();
    if (values.size() < count * block_polls) values.resize(count * block_polls);
    reasons.resize(count * block_polls, Reason::never_polled);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t k = i < tile.front().size() ? 0 : first_with(tile, i); k < tile.size(); ++k) {
        values[i * block_polls + polls + k] = tile[k].values[i];
        reasons[i * block_polls + polls + k] = tile[k].reasons[i];
      }
    }
    polls += tile.size();
    tile.clear();
  }
  static std::size_t first_with(const Tile& tile, std::size_t slot) {
    std::size_t k = 0;
    while (tile[k].size() <= slot) ++k;
    return k;
  }
  // Keeps its memory; values without a reason are all that is read of it.
  void clear() {
    polls = 0;
    last = false;
    series.clear();
    reasons.clear();
  }
};

Sealer::Sealer(SQLite::Database& db)
    : rows_(db, "SELECT b FROM hot WHERE lane = ? AND seq BETWEEN ? AND ? ORDER BY seq"),
      insert_(db, "INSERT INTO seg(lane, block, grp, b) VALUES(?,?,?,?)"),
      drop_(db, "DELETE FROM hot WHERE lane = ? AND seq BETWEEN ? AND ?"),
      unfinished_(db, "DELETE FROM seg WHERE lane = ? AND block = ?"),
      order_(db) {}

Sealer::~Sealer() = default;

void Sealer::restart(const std::vector<PollStore::Block>& blocks) {
  waiting_.assign(blocks.begin(), blocks.end());
  next_chunk_ = 0;
  next_group_ = 0;
  segments_.clear();
  for (const PollStore::Block& block : blocks) bound(unfinished_, block.lane.value(), block.block).exec();
}

Result<> Sealer::prepare(const Between& between) {
  const PollStore::Block block = waiting_.front();
  if (!chunk_) chunk_ = std::make_unique<Chunk>();
  Chunk& chunk = *chunk_;
  chunk.clear();
  segments_.clear();
  if (auto rows = read(block, chunk, between); !rows) {
    leave_front();  // damaged rows stay as they are: readers and check() say so
    return rows;
  }
  encode(block, chunk, between);
  return {};
}

bool Sealer::store() {
  const PollStore::Block block = waiting_.front();
  for (const Bytes& segment : segments_) {
    bound(insert_, block.lane.value(), block.block, next_group_++);
    bind_blob(insert_, 4, segment);
    insert_.exec();
  }
  segments_.clear();
  ++next_chunk_;
  if (!chunk_->last) return false;
  bound(drop_, block.lane.value(), block.block * block_size, (block.block + 1) * block_size - 1).exec();
  leave_front();
  return true;
}

void Sealer::leave_front() {
  waiting_.pop_front();
  if (waiting_.empty()) chunk_.reset();
  next_chunk_ = 0;
  next_group_ = 0;
}

Result<> Sealer::read(const PollStore::Block& block, Chunk& chunk, const Between& between) {
  const std::size_t first = next_chunk_ * chunk_slots;
  HotDecoder decoder([&](std::size_t slot, SeriesId) { return slot / chunk_slots == next_chunk_; });
  const std::int64_t end_seq = (block.block + 1) * block_size;
  Tile tile;
  for (std::int64_t seq = block.block * block_size; seq < end_seq; seq += tile_polls) {
    bound(rows_, block.lane.value(), seq, std::min<std::int64_t>(seq + tile_polls, end_seq) - 1);
    while (rows_.executeStep()) {
      if (auto fed = decoder.feed(blob_of(rows_.getColumn(0))); !fed) {
        rows_.reset();
        return fed;
      }
      const auto end = static_cast<std::ptrdiff_t>(std::min(decoder.series().size(), first + chunk_slots));
      const auto begin = std::min(static_cast<std::ptrdiff_t>(first), end);
      const Cells& cells = decoder.cells();
      Cells& row = tile.emplace_back();
      row.values.assign(cells.values.begin() + begin, cells.values.begin() + end);
      row.reasons.assign(cells.reasons.begin() + begin, cells.reasons.begin() + end);
    }
    rows_.reset();
    chunk.take(tile);
    between();
  }
  const std::vector<SeriesId>& slots = decoder.series();
  const std::size_t end = std::min(slots.size(), first + chunk_slots);
  if (end > first)
    chunk.series.assign(slots.begin() + static_cast<std::ptrdiff_t>(first),
                        slots.begin() + static_cast<std::ptrdiff_t>(end));
  chunk.last = end >= slots.size();
  return {};
}

void Sealer::encode(const PollStore::Block& block, const Chunk& chunk, const Between& between) {
  const std::vector<PlacedSeries> placed = order_.place(chunk.series);
  const std::int64_t first_seq = block.block * block_size;
  SegmentEncoder encoder(first_seq, chunk.polls);
  SegmentBases bases;
  const auto finish = [&] {
    if (encoder.series() == 0) return;
    segments_.push_back(encoder.finish(between));
    encoder = SegmentEncoder(first_seq, chunk.polls);
    bases = {};
  };
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const bool new_group = i > 0 && storage_group(placed[i].object) != storage_group(placed[i - 1].object);
    if (encoder.body_bytes() >= full_body || encoder.series() >= full_series ||
        (new_group && encoder.body_bytes() >= enough_body))
      finish();
    const std::size_t at = placed[i].index * block_polls;
    const auto values = std::span<const std::int64_t>(chunk.values).subspan(at, block_polls);
    const auto reasons = std::span<const Reason>(chunk.reasons).subspan(at, block_polls);
    const auto* base = bases.next(placed[i].object, placed[i].signal, encoder.series(), values, reasons);
    encoder.add(chunk.series[placed[i].index], values, reasons, base);
    between();
  }
  finish();
}

}  // namespace tidemark
