// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/bundle/samples.h"

#include <algorithm>

#include "models/timeline/lane_state.h"
#include "models/timeline/roller.h"
#include "models/timeline/segment_bases.h"

namespace tidemark {
namespace {
// As the sealer cuts segments.
constexpr std::size_t full_body = std::size_t{128} << 10;
constexpr std::size_t enough_body = std::size_t{64} << 10;
constexpr std::size_t series_at_once = 2000;  // 480 x 9 bytes each
constexpr double share_of_samples = 0.8;      // of the time; the rest goes into buckets
}  // namespace

SampleCut::SampleCut(SQLite::Database& from, SQLite::Database& into, const std::stop_token& stop,
                     std::function<void(double)> progress)
    : from_(from),
      into_(into),
      stop_(stop),
      progress_(std::move(progress)),
      blocks_(from, cancelled_),
      is_hot_(from, "SELECT 1 FROM hot WHERE lane = ? AND seq BETWEEN ? AND ? LIMIT 1"),
      segments_(from, "SELECT grp, b FROM seg WHERE lane = ? AND block = ? ORDER BY grp"),
      insert_(into, "INSERT INTO seg(lane, block, grp, b) VALUES(?,?,?,?)") {}

Result<> SampleCut::copy(const std::vector<LaneCut>& lanes) {
  std::int64_t all = 0, done = 0;
  for (const LaneCut& lane : lanes) all += lane.last / block_size - lane.first / block_size + 1;
  for (const LaneCut& lane : lanes) {
    const std::vector<Series> series = series_of(lane);
    for (std::int64_t block = lane.first / block_size; block <= lane.last / block_size; ++block) {
      if (stop_.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
      const Part part{LaneId(lane.id), block, std::max(lane.first, block * block_size),
                      std::min(lane.last, (block + 1) * block_size - 1)};
      if (!as_it_is(part)) TM_CHECK(encode(part, series));
      progress_(share_of_samples * static_cast<double>(++done) / static_cast<double>(all));
    }
  }
  return roll(lanes);
}

std::vector<SampleCut::Series> SampleCut::series_of(const LaneCut& lane) {
  std::vector<Series> out;
  SQLite::Statement rows(from_,
                         "SELECT id, signal, object, born, died FROM series WHERE lane = ? AND born <= ? AND (died IS "
                         "NULL OR died >= ?)");
  bound(rows, lane.id, lane.last, lane.first);
  while (rows.executeStep())
    out.push_back({SeriesId(rows.getColumn(0).getInt64()), Signal(text_of(rows.getColumn(1))),
                   Object(text_of(rows.getColumn(2))), rows.getColumn(3).getInt64(),
                   number_or_null(rows.getColumn(4))});
  std::ranges::sort(out, [](const Series& a, const Series& b) {
    const auto order = storage_order(a.signal, a.object, b.signal, b.object);
    return order != 0 ? order < 0 : a.id < b.id;
  });
  return out;
}

void SampleCut::insert(const Part& part, std::int64_t group, ByteView segment) {
  bound(insert_, part.lane.value(), part.block, group);
  bind_blob(insert_, 4, segment);
  insert_.exec();
}

bool SampleCut::as_it_is(const Part& part) {
  const std::int64_t begin = part.block * block_size, end = begin + block_size - 1;
  if (part.first != begin || part.last != end) return false;
  bound(is_hot_, part.lane.value(), begin, end);
  const bool hot = is_hot_.executeStep();
  is_hot_.reset();
  if (hot) return false;
  std::vector<std::pair<std::int64_t, Bytes>> found;
  bound(segments_, part.lane.value(), part.block);
  while (segments_.executeStep()) {
    const ByteView blob = blob_of(segments_.getColumn(1));
    const auto segment = SegmentDecoder::open(blob);
    if (!segment || segment->directory().effort != SegmentEffort::dense ||
        static_cast<std::int64_t>(segment->directory().polls) != block_size ||
        segment->directory().first_seq != begin) {
      segments_.reset();
      return false;
    }
    found.emplace_back(segments_.getColumn(0).getInt64(), Bytes(blob.begin(), blob.end()));
  }
  segments_.reset();
  for (const auto& [group, bytes] : found) insert(part, group, bytes);
  return !found.empty();
}

Result<> SampleCut::encode(const Part& part, const std::vector<Series>& series) {
  std::vector<Series> living;
  for (const Series& one : series)
    if (one.born <= part.last && (!one.died || *one.died >= part.first)) living.push_back(one);
  std::int64_t group = 0;
  for (std::size_t i = 0; i < living.size(); i += series_at_once)
    TM_CHECK(encode_some(part, std::span(living).subspan(i, std::min(series_at_once, living.size() - i)), group));
  return {};
}

Result<> SampleCut::encode_some(const Part& part, std::span<const Series> series, std::int64_t& group) {
  const auto polls = static_cast<std::size_t>(part.last - part.first + 1);
  BlockReader::Positions positions;
  positions.fill(-1);
  for (std::size_t i = 0; i < polls; ++i)
    positions.at(static_cast<std::size_t>(part.first - part.block * block_size) + i) = static_cast<std::int32_t>(i);
  std::vector<std::int64_t> values(series.size() * polls);
  std::vector<Reason> reasons(values.size(), Reason::never_polled);
  BlockReader::Targets targets;
  for (std::size_t i = 0; i < series.size(); ++i)
    targets[series[i].id] = {std::span(values).subspan(i * polls, polls), std::span(reasons).subspan(i * polls, polls)};
  TM_CHECK(blocks_.read(part.lane, part.block, positions, targets));
  SegmentEncoder encoder(part.first, polls, SegmentEffort::dense);
  SegmentBases bases;
  for (std::size_t i = 0; i < series.size(); ++i) {
    const bool new_group = i > 0 && storage_group(series[i].object) != storage_group(series[i - 1].object);
    if (encoder.body_bytes() >= full_body || (new_group && encoder.body_bytes() >= enough_body)) {
      insert(part, group++, encoder.finish());
      encoder = SegmentEncoder(part.first, polls, SegmentEffort::dense);
      bases = {};
    }
    const auto cells = targets.at(series[i].id);
    const auto* base = bases.next(series[i].object, series[i].signal, encoder.series(), cells.values, cells.reasons);
    encoder.add(series[i].id, cells.values, cells.reasons, base);
  }
  if (encoder.series() > 0) insert(part, group++, encoder.finish());
  return {};
}

// The window begins within a block and within 64 of them: what lies before counts as done.
Result<> SampleCut::roll(const std::vector<LaneCut>& lanes) {
  RollupStore store(into_);
  std::int64_t all = 0, done = 0;
  for (const LaneCut& lane : lanes) {
    const std::int64_t block = lane.first / block_size;
    store.set_rolled(lane.id, {block, block / pack_blocks});
    all += 1;
  }
  all += number(into_, "SELECT count(*) FROM seg").value_or(0);
  Roller roller(into_);
  while (roller.pending()) {
    if (stop_.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
    TM_CHECK(roller.prepare([] {}));
    roller.store();
    progress_(share_of_samples +
              (1 - share_of_samples) * std::min(1.0, static_cast<double>(++done) / static_cast<double>(all)));
  }
  return {};
}

}  // namespace tidemark
