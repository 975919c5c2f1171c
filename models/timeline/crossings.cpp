// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/crossings.h"

#include <algorithm>
#include <map>
#include <memory>

namespace tidemark {
namespace {
constexpr std::size_t tasks_at_once = 4096;
constexpr std::size_t max_remembered = 100'000;  // about 150 bytes each
}  // namespace

void CrossingSearch::feed(std::int64_t seq, LocalTime at, std::int64_t value, Reason reason) {
  if (done_) return;
  if (newest_ < 0) newest_ = seq;
  if (reason != Reason::none) {
    // What was before a deletion is another log.
    if (reason == Reason::deleted) broken_ = done_ = true;
    return;
  }
  if (above_ && value > above_->value) {
    broken_ = done_ = true;  // the mark fell
  } else if (value > offset_) {
    above_ = Point{seq, at, value};
    if (!before_ || seq > before_->newest_ || seq < before_->above_->seq) return;
    below_ = before_->below_;
    above_ = before_->above_;
    broken_ = before_->broken_;
    done_ = true;
  } else {
    below_ = Point{seq, at, value};
    done_ = true;
  }
}

CrossingSearch CrossingSearch::outcome() const {
  CrossingSearch copy(offset_);
  copy.newest_ = newest_;
  copy.below_ = below_;
  copy.above_ = above_;
  copy.broken_ = broken_;
  copy.done_ = done_;
  return copy;
}

Known<Crossing> combine(const std::vector<CrossingSearch>& lanes, std::int64_t offset) {
  std::optional<CrossingSearch::Point> above, below;
  bool broken = false;
  bool seen = false;
  for (const CrossingSearch& lane : lanes) {
    if (lane.above() && (!above || lane.above()->at < above->at)) above = lane.above();
    broken = broken || lane.broken();
    seen = seen || lane.seen();
  }
  if (!above) return !seen ? Reason::never_polled : broken ? Reason::ambiguous : Reason::not_applicable;
  for (const CrossingSearch& lane : lanes)
    if (lane.below() && lane.below()->at < above->at && (!below || lane.below()->at > below->at)) below = lane.below();
  if (!below) return broken ? Reason::ambiguous : Reason::no_history;
  // The record at `offset` is there once the mark is offset + 1.
  const double part = static_cast<double>(offset + 1 - below->value) / static_cast<double>(above->value - below->value);
  const Millis width = above->at - below->at;
  const Millis into(static_cast<std::int64_t>(part * static_cast<double>(width.count())));
  return Crossing{below->at, above->at, below->at + std::min(into, width)};
}

Result<> CrossingFinder::find(Snapshot& snapshot, const std::vector<CrossingKey>& keys) {
  std::map<std::size_t, std::vector<Task*>> by_lane;
  std::vector<std::pair<const CrossingKey*, std::vector<std::unique_ptr<Task>>>> all;
  for (const CrossingKey& key : keys) {
    if (snapshot.crossings.contains(key)) continue;
    const auto columns = catalogue_.by_key.find(key.series);
    auto& tasks = all.emplace_back(&key, std::vector<std::unique_ptr<Task>>()).second;
    if (columns == catalogue_.by_key.end()) continue;
    for (const std::size_t column : columns->second) {
      tasks.push_back(std::make_unique<Task>(Task{column, key.offset.value(), CrossingSearch(key.offset.value())}));
      if (const auto before = cache_.find(cache_key(*tasks.back())); before != cache_.end())
        tasks.back()->search.resume(before->second);
      by_lane[catalogue_.columns[column].lane].push_back(tasks.back().get());
    }
  }
  for (auto& [lane, tasks] : by_lane)
    for (std::size_t i = 0; i < tasks.size(); i += tasks_at_once)
      TM_CHECK(walk(snapshot, lane,
                    {tasks.begin() + static_cast<std::ptrdiff_t>(i),
                     tasks.begin() + static_cast<std::ptrdiff_t>(std::min(i + tasks_at_once, tasks.size()))}));
  for (const auto& [key, tasks] : all) {
    std::vector<CrossingSearch> searches;
    for (const auto& task : tasks) {
      searches.push_back(task->search.outcome());
      remember(*task);
    }
    snapshot.crossings.insert_or_assign(*key, combine(searches, key->offset.value()));
  }
  return {};
}

void CrossingFinder::remember(const Task& task) {
  if (!task.search.above()) return;
  if (cache_.size() >= max_remembered) cache_.clear();
  cache_.insert_or_assign(cache_key(task), task.search.outcome());
}

// From the block of the newest poll back, until every search has its answer.
Result<> CrossingFinder::walk(const Snapshot& snapshot, std::size_t lane, std::vector<Task*> tasks) {
  const LaneId id = catalogue_.lanes[lane].id;
  SQLite::Statement newest(db_, "SELECT seq FROM poll WHERE lane = ? AND wall_ms <= ? ORDER BY seq DESC LIMIT 1");
  bound(newest, id.value(), ms(snapshot.to));
  SQLite::Statement oldest(db_, "SELECT min(seq) FROM poll WHERE lane = ?");
  bound(oldest, id.value());
  if (!newest.executeStep() || !oldest.executeStep()) return {};
  const std::int64_t last = oldest.getColumn(0).getInt64() / block_size;
  for (std::int64_t block = newest.getColumn(0).getInt64() / block_size; block >= last && !tasks.empty(); --block) {
    TM_CHECK(walk_block(id, block, snapshot.to, tasks));
    std::erase_if(tasks, [](const Task* task) { return task->search.done(); });
  }
  return {};
}

Result<> CrossingFinder::walk_block(LaneId lane, std::int64_t block, LocalTime to, const std::vector<Task*>& tasks) {
  std::vector<std::int64_t> seqs;
  std::vector<LocalTime> walls;
  BlockReader::Positions positions;
  positions.fill(-1);
  SQLite::Statement polls(db_, "SELECT seq, wall_ms FROM poll WHERE lane = ? AND seq BETWEEN ? AND ? ORDER BY seq");
  bound(polls, lane.value(), block * block_size, (block + 1) * block_size - 1);
  while (polls.executeStep()) {
    const LocalTime wall = local_time(polls.getColumn(1).getInt64());
    if (wall > to) continue;
    positions.at(static_cast<std::size_t>(polls.getColumn(0).getInt64() - block * block_size)) =
        static_cast<std::int32_t>(walls.size());
    seqs.push_back(polls.getColumn(0).getInt64());
    walls.push_back(wall);
  }
  struct Buffer {
    std::vector<std::int64_t> values;
    std::vector<Reason> reasons;
  };
  std::map<std::size_t, Buffer> buffers;  // by column: several offsets may ask for one
  BlockReader::Targets targets;
  for (const Task* task : tasks) {
    const auto [it, fresh] = buffers.try_emplace(
        task->column,
        Buffer{std::vector<std::int64_t>(walls.size()), std::vector<Reason>(walls.size(), Reason::never_polled)});
    if (!fresh) continue;
    for (const SeriesId life : catalogue_.columns[task->column].lives)
      targets[life] = BlockReader::Target{it->second.values, it->second.reasons, nullptr};
  }
  TM_CHECK(blocks_.read(lane, block, positions, targets));
  for (Task* task : tasks) {
    const Buffer& buffer = buffers.at(task->column);
    for (std::size_t i = walls.size(); i-- > 0 && !task->search.done();)
      task->search.feed(seqs[i], walls[i], buffer.values[i], buffer.reasons[i]);
  }
  return {};
}

}  // namespace tidemark
