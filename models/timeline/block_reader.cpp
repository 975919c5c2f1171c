// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/block_reader.h"

#include <algorithm>

#include "models/timeline/hot_codec.h"
#include "models/timeline/lane_state.h"

namespace tidemark {
namespace {
constexpr std::size_t max_directory = std::size_t{4} << 20;

void put(const BlockReader::Target& target, std::int32_t position, std::int64_t value, Reason reason) {
  const auto at = static_cast<std::size_t>(position);
  Reason& old = target.reasons[at];
  if (old != Reason::never_polled && (old != Reason::deleted || reason == Reason::never_polled)) return;
  old = reason;
  target.values[at] = reason == Reason::none ? value : 0;
}

// The first place of polls that all stand one after the other.
std::optional<std::size_t> in_a_row(std::span<const std::int32_t> positions) {
  if (positions[0] < 0) return std::nullopt;
  for (std::size_t i = 1; i < positions.size(); ++i)
    if (positions[i] != positions[0] + static_cast<std::int32_t>(i)) return std::nullopt;
  return static_cast<std::size_t>(positions[0]);
}

std::unexpected<Error> placed(Error error, const std::string& what, LaneId lane, std::int64_t block) {
  error.where = what + " lane " + std::to_string(lane.value()) + " block " + std::to_string(block);
  return std::unexpected(std::move(error));
}
}  // namespace

BlockReader::BlockReader(SQLite::Database& db, const std::atomic<bool>& cancelled)
    : db_(db),
      cancelled_(cancelled),
      is_hot_(db, "SELECT 1 FROM hot WHERE lane = ? AND seq BETWEEN ? AND ? LIMIT 1"),
      hot_(db, "SELECT seq, b FROM hot WHERE lane = ? AND seq BETWEEN ? AND ? ORDER BY seq"),
      groups_(db, "SELECT rowid FROM seg WHERE lane = ? AND block = ? ORDER BY grp"),
      segment_(db, "SELECT b FROM seg WHERE rowid = ?") {}

BlockReader::~BlockReader() { sqlite3_blob_close(blob_); }

// What is left open would keep the read transaction alive, and an interrupt with it.
void BlockReader::release() {
  for (SQLite::Statement* statement : {&is_hot_, &hot_, &groups_, &segment_}) statement->tryReset();
  sqlite3_blob_close(std::exchange(blob_, nullptr));
}

Result<> BlockReader::read(LaneId lane, std::int64_t block, const Positions& positions, const Targets& targets) {
  struct Release {
    BlockReader& reader;
    ~Release() { reader.release(); }
  };
  const Release release{*this};
  const bool hot = hot_block(lane, block);
  auto result = hot ? read_hot(lane, block, positions, targets) : read_segments(lane, block, positions, targets);
  if (!result && result.error().code == ErrorCode::damaged)
    return placed(result.error(), hot ? "hot" : "seg", lane, block);
  return result;
}

bool BlockReader::hot_block(LaneId lane, std::int64_t block) {
  bound(is_hot_, lane.value(), block * block_size, (block + 1) * block_size - 1);
  return is_hot_.executeStep();
}

Result<> BlockReader::read_hot(LaneId lane, std::int64_t block, const Positions& positions, const Targets& targets) {
  const auto wanted_poll = [](std::int32_t position) { return position >= 0; };
  const auto first = std::ranges::find_if(positions, wanted_poll) - positions.begin();
  const auto last = std::find_if(positions.rbegin(), positions.rend(), wanted_poll).base() - positions.begin();
  const std::int64_t start = block * block_size;
  HotDecoder decoder([&](std::size_t, SeriesId series) { return targets.contains(series); });
  std::vector<std::pair<std::size_t, const Target*>> slots;
  std::size_t seen = 0;
  bound(hot_, lane.value(), start + first / keyframe_polls * keyframe_polls, start + last - 1);
  while (hot_.executeStep()) {
    if (cancelled_) return fail(ErrorCode::cancelled, "cancelled");
    const auto poll = static_cast<std::size_t>(hot_.getColumn(0).getInt64() - start);
    const ByteView row = blob_of(hot_.getColumn(1));
    TM_TRY(const bool keyframe, HotDecoder::is_keyframe(row));
    TM_CHECK(decoder.feed(row));
    if (keyframe) {
      slots.clear();
      seen = 0;
    }
    for (; seen < decoder.series().size(); ++seen)
      if (const auto it = targets.find(decoder.series()[seen]); it != targets.end())
        slots.emplace_back(seen, &it->second);
    if (positions.at(poll) < 0) continue;
    for (const auto& [slot, target] : slots) {
      put(*target, positions[poll], decoder.cells().values[slot], decoder.cells().reasons[slot]);
      if (target->present) *target->present = true;
    }
  }
  return {};
}

Result<> BlockReader::read_segments(LaneId lane, std::int64_t block, const Positions& positions,
                                    const Targets& targets) {
  std::vector<std::int64_t> rows;
  bound(groups_, lane.value(), block);
  while (groups_.executeStep()) rows.push_back(groups_.getColumn(0).getInt64());
  std::size_t missing = targets.size();
  std::vector<bool> looked(rows.size());
  const auto look = [&](std::size_t index, bool sure) -> Result<> {
    if (missing == 0 || looked[index]) return {};
    if (cancelled_) return fail(ErrorCode::cancelled, "cancelled");
    looked[index] = true;
    if (!sure) {
      TM_TRY(const bool any, wanted(rows[index], targets));
      if (!any) return {};
    }
    bound(segment_, rows[index]);
    if (!segment_.executeStep()) return {};
    TM_TRY(const std::size_t found, decode(blob_of(segment_.getColumn(0)), index, positions, targets));
    missing -= std::min(missing, found);
    segment_.reset();
    return {};
  };
  for (const std::size_t index : stood_in(targets, rows.size())) TM_CHECK(look(index, true));
  for (std::size_t index = 0; index < rows.size(); ++index) TM_CHECK(look(index, false));
  return {};
}

std::vector<std::size_t> BlockReader::stood_in(const Targets& targets, std::size_t segments) const {
  std::vector<bool> in(segments);
  for (const auto& [series, target] : targets)
    if (const auto it = stood_.find(series); it != stood_.end() && it->second < segments) in[it->second] = true;
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < segments; ++i)
    if (in[i]) out.push_back(i);
  return out;
}

// Reads head and directory only.
Result<bool> BlockReader::wanted(std::int64_t row, const Targets& targets) {
  const int opened =
      blob_ ? sqlite3_blob_reopen(blob_, row) : sqlite3_blob_open(db_.getHandle(), "main", "seg", "b", row, 0, &blob_);
  if (opened != SQLITE_OK) throw SQLite::Exception(db_.getHandle(), opened);
  const auto size = static_cast<std::size_t>(sqlite3_blob_bytes(blob_));
  Bytes head(std::min(size, segment_head_bytes));
  if (sqlite3_blob_read(blob_, head.data(), static_cast<int>(head.size()), 0) != SQLITE_OK)
    throw SQLite::Exception(db_.getHandle());
  TM_TRY(const std::size_t end, directory_end(head));
  if (end > size || end > max_directory) return fail(ErrorCode::damaged, "a segment ends inside its directory");
  head.resize(end);
  if (sqlite3_blob_read(blob_, head.data(), static_cast<int>(end), 0) != SQLITE_OK)
    throw SQLite::Exception(db_.getHandle());
  TM_TRY(const SegmentDirectory directory, read_directory(head));
  return std::ranges::any_of(directory.entries,
                             [&](const SegmentEntry& entry) { return targets.contains(entry.series); });
}

Result<std::size_t> BlockReader::decode(ByteView segment, std::size_t index, const Positions& positions,
                                        const Targets& targets) {
  TM_TRY(const SegmentDecoder decoder, SegmentDecoder::open(segment));
  std::array<std::int64_t, block_polls> values{};
  std::array<Reason, block_polls> reasons{};
  const std::size_t polls = decoder.directory().polls;
  // Not 0 in a block of which a bundle has only the end.
  const std::int64_t begin = decoder.directory().first_seq % block_size;
  if (begin < 0 || static_cast<std::size_t>(begin) + polls > block_polls)
    return fail(ErrorCode::damaged, "a segment reaches beyond its block");
  const auto places = std::span(positions).subspan(static_cast<std::size_t>(begin), polls);
  const std::optional<std::size_t> row = in_a_row(places);
  std::size_t found = 0;
  for (const SegmentEntry& entry : decoder.directory().entries) {
    const auto it = targets.find(entry.series);
    if (it == targets.end()) continue;
    ++found;
    stood_[entry.series] = index;
    // Straight to its place, where nothing of another life stands yet.
    const auto there = row ? it->second.reasons.subspan(*row, polls) : std::span<Reason>();
    if (row && std::ranges::all_of(there, [](Reason reason) { return reason == Reason::never_polled; })) {
      TM_CHECK(decoder.decode(entry, it->second.values.subspan(*row, polls), there));
    } else {
      TM_CHECK(decoder.decode(entry, values, reasons));
      for (std::size_t i = 0; i < polls; ++i)
        if (places[i] >= 0) put(it->second, places[i], values[i], reasons[i]);
    }
    if (it->second.present) *it->second.present = true;
  }
  return found;
}

}  // namespace tidemark
