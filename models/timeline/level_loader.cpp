// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/level_loader.h"

#include <algorithm>
#include <limits>

#include "models/timeline/schema.h"
#include "models/timeline/wanted.h"

namespace tidemark {
namespace {
constexpr std::size_t max_level_cells = 20'000'000;  // 32 bytes each
constexpr std::size_t columns_at_once = 2048;        // of samples: 480 x 9 bytes each
constexpr std::int64_t no_end = std::numeric_limits<std::int64_t>::max();
}  // namespace

LevelLoader::LevelLoader(SQLite::Database& db, int schema, const Catalogue& catalogue, BlockReader& blocks,
                         const std::atomic<bool>& cancelled, const LevelRequest& request)
    : db_(db),
      catalogue_(catalogue),
      blocks_(blocks),
      cancelled_(cancelled),
      request_(request),
      span_(request.of.from, request.of.to, width(request.level)) {
  if (schema >= schema_with_rollups) store_.emplace(db);
}

Result<std::shared_ptr<LevelData>> LevelLoader::load() {
  std::vector<Lane> lanes;
  TM_CHECK(choose(lanes));
  for (Lane& lane : lanes) TM_CHECK(load_lane(lane));
  data_->level = request_.level;
  put(std::move(lanes));
  return data_;
}

Result<> LevelLoader::choose(std::vector<Lane>& lanes) const {
  std::vector<std::size_t> lane_at(catalogue_.lanes.size(), catalogue_.lanes.size());
  std::size_t cells = 0;
  for (std::size_t i = 0; i < catalogue_.columns.size(); ++i) {
    const CatalogueColumn& column = catalogue_.columns[i];
    const SourceInfo& source = catalogue_.sources[catalogue_.lanes[column.lane].source];
    if (!wants_cluster(request_.of, source.spec.cluster) || !wants_series(request_.of, column.spec)) continue;
    std::size_t& at = lane_at[column.lane];
    if (at == catalogue_.lanes.size()) {
      at = lanes.size();
      lanes.push_back({.index = column.lane, .id = catalogue_.lanes[column.lane].id.value(), .times = span_.times()});
    }
    Lane& lane = lanes[at];
    const std::size_t before = lane.wanted.size();
    if (request_.values) lane.wanted.push_back({.value = i, .mark = is_mark(column.spec.signal)});
    if (request_.lags) choose_lag(i, lane);
    cells += (lane.wanted.size() - before) * span_.size();
    if (cells > max_level_cells)
      return fail(ErrorCode::input, "the window holds more buckets than fit into memory at once", {},
                  "choose a coarser level, a shorter window or fewer topics");
  }
  for (Lane& lane : lanes) {
    lane.first_series = no_end;
    for (std::size_t w = 0; w < lane.wanted.size(); ++w) {
      lane.wanted[w].buckets.resize(span_.size());
      for (const SeriesId life : catalogue_.columns[lane.wanted[w].value].lives) {
        lane.by_series[life.value()].push_back(w);
        lane.first_series = std::min(lane.first_series, life.value());
        lane.last_series = std::max(lane.last_series, life.value());
      }
    }
  }
  return {};
}

void LevelLoader::choose_lag(std::size_t column, Lane& lane) const {
  const CatalogueColumn& of = catalogue_.columns[column];
  if (!signal::group_of(of.spec.signal)) return;
  const ClusterName& cluster = catalogue_.sources[catalogue_.lanes[of.lane].source].spec.cluster;
  const auto highs = catalogue_.by_key.find({cluster, signal::high, of.spec.object});
  if (highs == catalogue_.by_key.end()) return;
  for (const std::size_t high : highs->second) {
    if (catalogue_.columns[high].lane != of.lane) continue;
    lane.wanted.push_back({.value = column, .high = high, .lag = true});
    return;
  }
}

Result<> LevelLoader::load_lane(Lane& lane) {
  if (lane.wanted.empty()) return {};
  const RolledLane rolled = store_ ? store_->rolled(lane.id) : RolledLane{};
  const std::int64_t packed = request_.level == Grain::hour ? rolled.packs : 0;
  if (packed > 0) TM_CHECK(load_parts(lane, Grain::hour, 0, packed - 1));
  if (rolled.blocks > packed * pack_blocks)
    TM_CHECK(load_parts(lane, Grain::five_minutes, packed * pack_blocks, rolled.blocks - 1));
  TM_CHECK(load_samples(lane, rolled.blocks * block_size));
  for (Wanted& wanted : lane.wanted) settle(wanted.buckets, lane.times, wanted.mark);
  return {};
}

Result<> LevelLoader::load_parts(Lane& lane, Grain level, std::int64_t first, std::int64_t last) {
  if (span_.size() == 0) return {};
  std::int64_t piece = -1;
  for (const PartRow& row : store_->parts({.level = level,
                                           .lane = lane.id,
                                           .first = first,
                                           .last = last,
                                           .from = lane.times.front().start,
                                           .to = lane.times.back().start + span_.width() - Millis(1),
                                           .first_series = lane.first_series,
                                           .last_series = lane.last_series})) {
    if (cancelled_) return fail(ErrorCode::cancelled, "cancelled");
    auto loaded = load_part(lane, store_->blob(row.roll), row.piece != piece);
    if (!loaded) {
      loaded.error().where = "rollup lane " + std::to_string(lane.id) + " piece " + std::to_string(row.piece);
      return loaded;
    }
    piece = row.piece;
  }
  return {};
}

Result<> LevelLoader::load_part(Lane& lane, ByteView blob, bool first_of_piece) {
  const auto wanted_here = [&](RollupKey key) {
    const std::int64_t id = key.series.value();
    return id >= lane.first_series && id <= lane.last_series && lane.by_series.contains(id);
  };
  TM_TRY(const RollupDecoder part, RollupDecoder::open(blob, wanted_here));
  std::vector<std::size_t> places;
  for (const BucketTime& time : part.times()) {
    places.push_back(span_.index_of(time.start));
    if (first_of_piece && places.back() < span_.size()) add_later(lane.times[places.back()], time);
  }
  std::vector<Bucket> buckets(places.size());
  for (const RollupEntry& entry : part.entries()) {
    const auto wanted = lane.by_series.find(entry.key.series.value());
    if (wanted == lane.by_series.end()) continue;
    for (const std::size_t w : wanted->second) {
      Wanted& into = lane.wanted[w];
      if (into.lag != entry.key.lag) continue;
      TM_CHECK(part.decode(entry, buckets));
      into.seen = true;
      for (std::size_t i = 0; i < places.size(); ++i)
        if (places[i] < span_.size()) add_later(into.buckets[places[i]], buckets[i], into.mark);
    }
  }
  return {};
}

Result<> LevelLoader::load_samples(Lane& lane, std::int64_t first_seq) {
  if (span_.size() == 0) return {};
  SQLite::Statement polls(
      db_, "SELECT seq, wall_ms FROM poll WHERE lane = ? AND seq >= ? AND wall_ms >= ? AND wall_ms < ? ORDER BY seq");
  bound(polls, lane.id, first_seq, ms(lane.times.front().start), ms(lane.times.back().start + span_.width()));
  std::vector<std::int64_t> seqs;
  std::vector<LocalTime> walls;
  const auto load = [&]() -> Result<> {
    if (seqs.empty()) return {};
    const BucketAxis axis = bucket_axis(walls, span_.width());
    for (const BucketTime& time : axis.times) add_later(lane.times[span_.index_of(time.start)], time);
    TM_CHECK(load_block(lane, seqs.front() / block_size, seqs, axis));
    seqs.clear();
    walls.clear();
    return {};
  };
  while (polls.executeStep()) {
    const std::int64_t seq = polls.getColumn(0).getInt64();
    if (!seqs.empty() && seq / block_size != seqs.front() / block_size) TM_CHECK(load());
    seqs.push_back(seq);
    walls.push_back(local_time(polls.getColumn(1).getInt64()));
  }
  return load();
}

Result<> LevelLoader::load_block(Lane& lane, std::int64_t block, const std::vector<std::int64_t>& seqs,
                                 const BucketAxis& axis) {
  for (std::size_t from = 0; from < lane.wanted.size(); from += columns_at_once)
    TM_CHECK(load_columns(lane, from, std::min(from + columns_at_once, lane.wanted.size()), block, seqs, axis));
  return {};
}

Result<> LevelLoader::load_columns(Lane& lane, std::size_t from, std::size_t to, std::int64_t block,
                                   const std::vector<std::int64_t>& seqs, const BucketAxis& axis) {
  BlockReader::Positions positions;
  positions.fill(-1);
  for (std::size_t i = 0; i < seqs.size(); ++i)
    positions[static_cast<std::size_t>(seqs[i] % block_size)] = static_cast<std::int32_t>(i);
  std::unordered_map<std::size_t, Cells> cells;  // by column of the catalogue
  for (std::size_t w = from; w < to; ++w) {
    cells.try_emplace(lane.wanted[w].value);
    if (lane.wanted[w].lag) cells.try_emplace(lane.wanted[w].high);
  }
  BlockReader::Targets targets;
  for (auto& [column, of] : cells) {
    of = {std::vector<std::int64_t>(seqs.size()), std::vector<Reason>(seqs.size(), Reason::never_polled)};
    for (const SeriesId life : catalogue_.columns[column].lives) targets[life] = {of.values, of.reasons};
  }
  TM_CHECK(blocks_.read(LaneId(lane.id), block, positions, targets));
  for (std::size_t w = from; w < to; ++w) {
    Wanted& wanted = lane.wanted[w];
    if (!wanted.lag) {
      const Cells& of = cells.at(wanted.value);
      lay(wanted, axis, roll_up(axis, of.values, of.reasons, wanted.mark));
      continue;
    }
    Cells lag = cells.at(wanted.value);
    const Cells& high = cells.at(wanted.high);
    to_lag(lag.values, lag.reasons, high.values, high.reasons);
    lay(wanted, axis, roll_up(axis, lag.values, lag.reasons, false));
  }
  return {};
}

void LevelLoader::lay(Wanted& wanted, const BucketAxis& axis, const std::vector<Bucket>& buckets) const {
  for (std::size_t i = 0; i < buckets.size(); ++i) {
    if (buckets[i].known > 0 || buckets[i].reason != Reason::never_polled) wanted.seen = true;
    add_later(wanted.buckets[span_.index_of(axis.times[i].start)], buckets[i], wanted.mark);
  }
}

void LevelLoader::put(std::vector<Lane> lanes) {
  std::vector<std::size_t> source_of(catalogue_.sources.size(), catalogue_.sources.size());
  for (Lane& lane : lanes) {
    const LaneInfo& info = catalogue_.lanes[lane.index];
    std::size_t& source = source_of[info.source];
    if (source == catalogue_.sources.size()) {
      source = data_->sources.size();
      data_->sources.push_back(catalogue_.sources[info.source]);
    }
    const std::size_t at = data_->lanes.size();
    data_->lanes.push_back({info.id, source, info.name, info.interval, std::move(lane.times)});
    for (Wanted& wanted : lane.wanted) {
      if (!wanted.seen) continue;
      const CatalogueColumn& column = catalogue_.columns[wanted.value];
      SeriesSpec spec = column.spec;
      if (wanted.lag) spec.unit = "records";
      data_->columns.push_back({column.lives.back(), at, std::move(spec), wanted.lag, std::move(wanted.buckets)});
    }
  }
}

std::vector<LevelReach> level_reaches(SQLite::Database& db, int schema) {
  std::vector<LevelReach> out;
  if (const auto oldest = number(db, "SELECT min((SELECT min(wall_ms) FROM poll WHERE lane = l.id)) FROM lane l"))
    out.push_back({Grain::raw, local_time(*oldest)});
  if (schema < schema_with_rollups) return out;
  for (const Grain level : {Grain::five_minutes, Grain::hour}) {
    // What is not in hours yet is answered from finer ones, and what is not in buckets from samples.
    auto oldest = oldest_part(db, level);
    if (!out.empty() && (!oldest || out.back().oldest < *oldest)) oldest = out.back().oldest;
    if (oldest) out.push_back({level, *oldest});
  }
  return out;
}

}  // namespace tidemark
