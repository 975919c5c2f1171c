// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/roller.h"

#include <utility>

namespace tidemark {
namespace {
constexpr std::int64_t series_of_a_slice = 512;
constexpr std::size_t full_part = std::size_t{64} << 10;
}  // namespace

Roller::Roller(SQLite::Database& db)
    : store_(db),
      block_(db),
      lanes_(db, "SELECT id FROM lane ORDER BY id"),
      sealed_(db,
              "SELECT block FROM seg s WHERE lane = ?1 AND block >= ?2 AND NOT EXISTS (SELECT 1 FROM hot WHERE "
              "lane = ?1 AND seq BETWEEN s.block * ?3 AND s.block * ?3 + ?3 - 1) ORDER BY block LIMIT 1"),
      series_(db,
              "SELECT id FROM series WHERE id >= ? AND lane = ? AND born < ? AND (died IS NULL OR died >= ?) "
              "ORDER BY id LIMIT ?") {}

void Roller::restart() {
  job_.reset();
  idle_ = false;
}

std::optional<std::int64_t> Roller::sealed_block(std::int64_t lane, std::int64_t from) {
  bound(sealed_, lane, from, block_size);
  std::optional<std::int64_t> block;
  if (sealed_.executeStep()) block = sealed_.getColumn(0).getInt64();
  sealed_.reset();
  return block;
}

std::optional<Roller::Job> Roller::find() {
  std::vector<std::int64_t> lanes;
  lanes_.reset();
  while (lanes_.executeStep()) lanes.push_back(lanes_.getColumn(0).getInt64());
  lanes_.reset();
  for (const std::int64_t lane : lanes) {
    const RolledLane rolled = store_.rolled(lane);
    if (rolled.blocks >= (rolled.packs + 1) * pack_blocks) return Job{Grain::hour, lane, rolled.packs};
    if (const auto block = sealed_block(lane, rolled.blocks)) return Job{Grain::five_minutes, lane, *block};
  }
  return std::nullopt;
}

Result<> Roller::prepare(const Between& between) {
  part_ = {};
  if (!job_) {
    begun_ = false;
    job_ = find();
    idle_ = !job_;
    if (idle_) owed_ = 0;
    if (!job_) return {};
    if (job_->level == Grain::five_minutes) TM_CHECK(block_.open(LaneId(job_->lane), job_->piece, between));
  }
  if (job_->level == Grain::five_minutes && job_->next_segment < block_.segments())
    part_ = block_.part(job_->next_segment++, between);
  return {};
}

void Roller::store() {
  if (!job_) return;
  if (!std::exchange(begun_, true)) {
    store_.drop_from(job_->level, job_->lane, job_->piece);
    if (job_->level == Grain::hour) hours_ = hour_axis(store_, job_->lane, job_->piece);
  }
  if (job_->level == Grain::hour) {
    pack_hours(*job_);
    return;
  }
  if (!part_.blob.empty()) store_.insert(job_->level, job_->lane, job_->piece, job_->group++, part_);
  if (job_->next_segment >= block_.segments()) finish();
}

void Roller::finish() {
  RolledLane rolled = store_.rolled(job_->lane);
  if (job_->level == Grain::five_minutes) {
    rolled.blocks = job_->piece + 1;
    if (owed_ > 0) --owed_;
  } else {
    rolled.packs = job_->piece + 1;
  }
  store_.set_rolled(job_->lane, rolled);
  job_.reset();
}

std::vector<std::int64_t> Roller::series_of(const Job& job) {
  const std::int64_t first = job.piece * pack_blocks * block_size;
  std::vector<std::int64_t> ids;
  bound(series_, job.next_series, job.lane, first + pack_blocks * block_size, first, series_of_a_slice);
  while (series_.executeStep()) ids.push_back(series_.getColumn(0).getInt64());
  series_.reset();
  return ids;
}

void Roller::pack_hours(Job& job) {
  const std::vector<std::int64_t> ids = series_of(job);
  if (!ids.empty()) write_hours(job, ids);
  if (static_cast<std::int64_t>(ids.size()) < series_of_a_slice)
    finish();
  else
    job.next_series = ids.back() + 1;
}

void Roller::write_hours(Job& job, const std::vector<std::int64_t>& series) {
  HourPack pack(hours_);
  for (const PartRow& row : store_.parts({.level = Grain::five_minutes,
                                          .lane = job.lane,
                                          .first = job.piece * pack_blocks,
                                          .last = (job.piece + 1) * pack_blocks - 1,
                                          .first_series = series.front(),
                                          .last_series = series.back()}))
    pack.add(store_.blob(row.roll), series);
  for (const RollupPart& part : pack.take(full_part))
    store_.insert(Grain::hour, job.lane, job.piece, job.group++, part);
}

}  // namespace tidemark
