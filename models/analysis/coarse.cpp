// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/coarse.h"

#include <algorithm>

namespace tidemark {
namespace {
constexpr int values_of_a_bucket = 3;

PollInfo bucket_poll(std::int64_t seq, LocalTime wall) {
  PollInfo poll;
  poll.seq = seq;
  poll.wall = wall;
  poll.mono = MonoTime(Millis(ms(wall)));  // buckets are of the wall clock
  return poll;
}

// The lane of a level as one of the snapshot, `per_bucket` polls for each bucket that has any.
LaneInfo bucket_lane(const LaneInfo& told, const LevelLane& lane, Millis width, int per_bucket) {
  LaneInfo out = told;
  out.interval = std::max(lane.interval, width);
  for (const BucketTime& time : lane.times) {
    if (time.polls == 0) continue;
    for (int i = per_bucket - 1; i >= 0; --i)
      out.polls.push_back(bucket_poll(static_cast<std::int64_t>(out.polls.size()), time.last - Millis(i)));
  }
  return out;
}

Column bucket_column(const LevelColumn& column, const LevelLane& lane, bool mark) {
  Column out;
  out.id = column.id;
  out.spec = column.spec;
  for (std::size_t i = 0; i < column.buckets.size(); ++i) {
    if (lane.times[i].polls == 0) continue;
    const Bucket& bucket = column.buckets[i];
    const bool known = bucket.known > 0;
    const auto put = [&](std::int64_t value) {
      out.values.push_back(known ? value : 0);
      out.reasons.push_back(known ? Reason::none : bucket.reason);
    };
    if (!mark) {
      put(bucket.low);
      put(bucket.high);
    }
    put(bucket.last);
  }
  return out;
}
}  // namespace

std::shared_ptr<const Snapshot> coarse_snapshot(const LevelData& level) {
  const Snapshot& told = *level.beside;
  auto out = std::make_shared<Snapshot>(told);
  const std::size_t lanes = told.lanes.size();
  std::vector<std::size_t> place(level.lanes.size(), lanes);
  out->lanes.insert(out->lanes.end(), told.lanes.begin(), told.lanes.end());
  for (std::size_t i = 0; i < level.lanes.size(); ++i) {
    const auto it = std::ranges::find(told.lanes, level.lanes[i].id, &LaneInfo::id);
    if (it == told.lanes.end()) continue;
    place[i] = static_cast<std::size_t>(it - told.lanes.begin());
    out->lanes[place[i]] = bucket_lane(*it, level.lanes[i], width(level.level), 1);
    out->lanes[lanes + place[i]] = bucket_lane(*it, level.lanes[i], width(level.level), values_of_a_bucket);
  }
  for (const LevelColumn& column : level.columns) {
    if (column.lag || place[column.lane] == lanes) continue;
    const bool mark = is_mark(column.spec.signal);
    Column& added = out->columns.emplace_back(bucket_column(column, level.lanes[column.lane], mark));
    added.lane = place[column.lane] + (mark ? 0 : lanes);
  }
  for (const GapInfo& gap : told.gaps) out->gaps.push_back({gap.lane + lanes, gap.gap});
  out->index();
  return out;
}

}  // namespace tidemark
