// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/block_rollup.h"

#include <algorithm>
#include <map>

namespace tidemark {
namespace {
constexpr std::int64_t usual_directory = 16'384;
// Of buckets before packing: some 12 kB in the file, so that SQLite wastes little of its pages.
constexpr std::size_t enough_buckets = std::size_t{16} << 10;
}  // namespace

void SeriesKinds::load(LaneId lane) {
  const std::int64_t version = number(db_, "SELECT value FROM meta WHERE key = 'catalogue'").value_or(0);
  if (lane.value() == lane_ && version == version_) return;
  lane_ = lane.value();
  version_ = version;
  highs_.assign(1, {});
  partition_of_.clear();
  is_high_.clear();
  std::map<std::string, std::uint32_t> partitions;
  std::vector<std::pair<std::int64_t, std::string>> groups;
  SQLite::Statement rows(db_, "SELECT id, signal, object FROM series WHERE lane = ? ORDER BY id");
  rows.bind(1, lane.value());
  while (rows.executeStep()) {
    const std::int64_t id = rows.getColumn(0).getInt64();
    const Signal signal(text_of(rows.getColumn(1)));
    if (!is_mark(signal)) continue;
    partition_of_[id] = 0;
    if (signal == signal::high) {
      const auto [it, fresh] =
          partitions.try_emplace(text_of(rows.getColumn(2)), static_cast<std::uint32_t>(highs_.size()));
      if (fresh) highs_.emplace_back();
      highs_[it->second].emplace_back(id);
      is_high_[id] = true;
    } else if (signal::group_of(signal)) {
      groups.emplace_back(id, text_of(rows.getColumn(2)));
    }
  }
  for (const auto& [id, object] : groups)
    if (const auto it = partitions.find(object); it != partitions.end()) partition_of_[id] = it->second;
}

bool SeriesKinds::mark(SeriesId series) const { return partition_of_.contains(series.value()); }

const std::vector<SeriesId>& SeriesKinds::highs(SeriesId series) const {
  const auto it = partition_of_.find(series.value());
  return highs_[it == partition_of_.end() ? 0 : it->second];
}

BlockRollup::BlockRollup(SQLite::Database& db)
    : kinds_(db),
      walls_(db, "SELECT wall_ms FROM poll WHERE lane = ? AND seq BETWEEN ? AND ? ORDER BY seq"),
      groups_(db, "SELECT rowid FROM seg WHERE lane = ? AND block = ? ORDER BY grp"),
      segment_(db, "SELECT b FROM seg WHERE rowid = ?"),
      head_(db, "SELECT substr(b, 1, ?) FROM seg WHERE rowid = ?") {}

Result<> BlockRollup::open(LaneId lane, std::int64_t block, const Between& between) {
  kinds_.load(lane);
  forget();
  rows_.clear();
  segment_of_.clear();
  std::vector<LocalTime> walls;
  bound(walls_, lane.value(), block * block_size, (block + 1) * block_size - 1);
  while (walls_.executeStep()) walls.push_back(local_time(walls_.getColumn(0).getInt64()));
  axis_ = bucket_axis(walls, width(Grain::five_minutes));
  polls_ = walls.size();
  if (polls_ == 0) return {};  // its polls are gone: nothing to be told of it
  bound(groups_, lane.value(), block);
  while (groups_.executeStep()) rows_.push_back(groups_.getColumn(0).getInt64());
  walls_.reset();
  groups_.reset();
  find_highs(between);
  return {};
}

// A damaged directory has no high marks: the segment itself says so later.
void BlockRollup::find_highs(const Between& between) {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    bound(head_, usual_directory, rows_[i]);
    if (!head_.executeStep()) continue;
    const auto end = directory_end(blob_of(head_.getColumn(0)));
    if (!end) continue;
    if (*end > static_cast<std::size_t>(usual_directory)) {
      bound(head_, static_cast<std::int64_t>(*end), rows_[i]);
      if (!head_.executeStep()) continue;
    }
    const auto directory = read_directory(blob_of(head_.getColumn(0)));
    if (!directory) continue;
    for (const SegmentEntry& entry : directory->entries)
      if (kinds_.is_high(entry.series)) segment_of_[entry.series.value()] = static_cast<std::uint32_t>(i);
    head_.reset();
    between();
  }
  head_.reset();
}

Result<SegmentDecoder> BlockRollup::segment(std::size_t index) {
  bound(segment_, rows_[index]);
  if (!segment_.executeStep()) return fail(ErrorCode::damaged, "a segment is gone");
  auto decoder = SegmentDecoder::open(blob_of(segment_.getColumn(0)));
  segment_.reset();
  if (decoder && decoder->directory().polls != polls_)
    return fail(ErrorCode::damaged, "a segment has other polls than its block");
  return decoder;
}

Result<std::unordered_map<std::int64_t, BlockRollup::Cells>> BlockRollup::highs_for(const SegmentDecoder& of,
                                                                                    const Between& between) {
  std::map<std::uint32_t, std::vector<std::int64_t>> wanted;
  for (const SegmentEntry& entry : of.directory().entries)
    for (const SeriesId high : kinds_.highs(entry.series))
      if (const auto it = segment_of_.find(high.value()); it != segment_of_.end())
        wanted[it->second].push_back(high.value());
  std::unordered_map<std::int64_t, Cells> out;
  for (const auto& [index, ids] : wanted) {
    for (const std::int64_t id : ids) out.try_emplace(id);
    TM_TRY(const SegmentDecoder decoder, segment(index));
    for (const SegmentEntry& entry : decoder.directory().entries) {
      const auto it = out.find(entry.series.value());
      if (it == out.end()) continue;
      between();
      it->second = {std::vector<std::int64_t>(polls_), std::vector<Reason>(polls_)};
      TM_CHECK(decoder.decode(entry, it->second.values, it->second.reasons));
    }
  }
  return out;
}

// Over all lives of the high mark: what is known wins over `deleted`, and that over `never-polled`.
BlockRollup::Cells BlockRollup::high_beside(SeriesId series,
                                            const std::unordered_map<std::int64_t, Cells>& highs) const {
  Cells out{std::vector<std::int64_t>(polls_), std::vector<Reason>(polls_, Reason::never_polled)};
  for (const SeriesId high : kinds_.highs(series)) {
    const auto it = highs.find(high.value());
    if (it == highs.end() || it->second.values.empty()) continue;
    for (std::size_t i = 0; i < polls_; ++i) {
      Reason& old = out.reasons[i];
      const Reason reason = it->second.reasons[i];
      if (old != Reason::never_polled && (old != Reason::deleted || reason == Reason::never_polled)) continue;
      old = reason;
      out.values[i] = it->second.values[i];
    }
  }
  return out;
}

Result<> BlockRollup::add(std::size_t index, const Between& between) {
  TM_TRY(const SegmentDecoder decoder, segment(index));
  TM_TRY(const auto highs, highs_for(decoder, between));
  std::vector<std::int64_t> values(polls_);
  std::vector<Reason> reasons(polls_);
  for (const SegmentEntry& entry : decoder.directory().entries) {
    between();
    TM_CHECK(decoder.decode(entry, values, reasons));
    const std::int64_t id = entry.series.value();
    first_series_ = encoder_->entries() == 0 ? id : std::min(first_series_, id);
    last_series_ = encoder_->entries() == 0 ? id : std::max(last_series_, id);
    const bool mark = kinds_.mark(entry.series);
    std::vector<Bucket> buckets = roll_up(axis_, values, reasons, mark);
    const std::vector<SeriesId>& behind = kinds_.highs(entry.series);
    if (behind.empty()) {
      encoder_->add({entry.series}, buckets, mark);
      if (kinds_.is_high(entry.series)) newest_high_ = {entry.series, encoder_->entries() - 1, std::move(buckets)};
      continue;
    }
    const Cells beside = high_beside(entry.series, highs);
    to_lag(values, reasons, beside.values, beside.reasons);
    const RollupEncoder::High high{newest_high_.entry, newest_high_.buckets};
    const bool here = !high.buckets.empty() && std::ranges::find(behind, newest_high_.series) != behind.end();
    encoder_->add_with_lag(entry.series, buckets, roll_up(axis_, values, reasons, false), here ? &high : nullptr);
  }
  return {};
}

RollupPart BlockRollup::part(std::size_t index, const Between& between) {
  if (!encoder_) encoder_.emplace(width(Grain::five_minutes), axis_.times);
  const bool added = add(index, between).has_value();
  RollupPart out;
  if (added && encoder_->body_bytes() < enough_buckets && index + 1 < rows_.size()) return out;
  if (encoder_->entries() > 0)
    out = {encoder_->finish(), first_series_, last_series_, axis_.times.front().start, axis_.times.back().start};
  forget();
  return out;
}

void BlockRollup::forget() {
  encoder_.reset();
  newest_high_ = {};
}

}  // namespace tidemark
