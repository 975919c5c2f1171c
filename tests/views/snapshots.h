// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots made by hand for tests of views: a pipeline with a table that stops landing, a gap without data, any size.
#pragma once

#include <cmath>
#include <memory>

#include "models/domain/snapshot.h"

namespace tidemark::test {

inline constexpr std::int64_t start_ms = 1767233400000;  // 2026-01-01T02:10:00Z

inline SnapshotRequest whole() { return {local_time(0), local_time(start_ms * 2)}; }

// One lane of `polls` polls every 10 s, without polls in [gap_from, gap_to).
inline LaneInfo lane(std::size_t source, int polls, int gap_from = -1, int gap_to = -1) {
  LaneInfo info{LaneId(1), source, "offsets", Millis(10'000), {}};
  for (int i = 0; i < polls; ++i) {
    if (i >= gap_from && i < gap_to) continue;
    PollInfo poll;
    poll.seq = i;
    poll.wall = local_time(start_ms + i * 10'000LL);
    poll.mono = MonoTime(Millis(i * 10'000LL));
    poll.due = poll.answered = 4;
    poll.took = Millis(38);
    poll.cost = {7, 18'400};
    info.polls.push_back(poll);
  }
  return info;
}

// value(seq) for every poll of the lane; a negative value is unknown with `reason`.
template <class Value>
Column column(const Snapshot& snapshot, std::size_t lane_index, const Signal& signal, const Object& object,
              Value&& value, Reason reason = Reason::unreachable) {
  Column column;
  column.id = SeriesId(static_cast<std::int64_t>(snapshot.columns.size()) + 1);
  column.lane = lane_index;
  column.spec = {signal, object, "records", 0};
  for (const PollInfo& poll : snapshot.lanes[lane_index].polls) {
    const std::int64_t v = value(poll.seq);
    column.values.push_back(v < 0 ? 0 : v);
    column.reasons.push_back(v < 0 ? reason : Reason::none);
  }
  return column;
}

inline std::int64_t high_at(std::int64_t seq, int partition) {
  const double t = static_cast<double>(seq);
  return 4'600'000 + partition * 1'000 +
         static_cast<std::int64_t>(t * 90 + (t > 190 ? (t - 190) * 35 : 0) + 900 * std::sin(t / 40));
}

// An hour of topic "orders" with `partitions` partitions, group "connect-orders-sink" two polls behind, table
// "lake.orders" with a commit every 24 polls until poll 170, then none.
inline std::shared_ptr<const Snapshot> stuck_table(int partitions = 1, int gap_from = -1, int gap_to = -1) {
  auto snapshot = std::make_shared<Snapshot>();
  snapshot->generation = 18'204;
  snapshot->from = local_time(start_ms);
  snapshot->to = local_time(start_ms + 3'600'000);
  snapshot->oldest = snapshot->from;
  snapshot->newest = snapshot->to;
  snapshot->sources.push_back({SourceId(1), {"kafka", "prod", ClusterName("prod")}});
  snapshot->lanes.push_back(lane(0, 361, gap_from, gap_to));
  for (int p = 0; p < partitions; ++p) {
    const Object object = object::partition({TopicName("orders"), PartitionId(p)});
    const auto add = [&](const Signal& signal, auto&& value) {
      snapshot->columns.push_back(column(*snapshot, 0, signal, object, value));
    };
    add(signal::floor, [&](std::int64_t s) { return 4'600'000 + p * 1'000 + (s < 80 ? 0 : (s - 80) * 14); });
    add(signal::table(TableName("lake.orders")),
        [&](std::int64_t s) { return high_at(s < 170 ? s / 24 * 24 : 168, p) - (s < 24 ? 0 : 120); });
    add(signal::group(GroupId("connect-orders-sink")), [&](std::int64_t s) { return high_at(s < 2 ? 0 : s - 2, p); });
    add(signal::stable, [&](std::int64_t s) { return high_at(s, p) - (s % 5 == 0 ? 0 : 30); });
    add(signal::high, [&](std::int64_t s) { return high_at(s, p); });
  }
  snapshot->events.push_back({std::size_t{0},
                              {std::nullopt, local_time(start_ms + 1'867'000), "catalog", "commit-error",
                               Object("table:lake.orders"), "catalog refuses commits", "error"}});
  snapshot->index();
  return snapshot;
}

}  // namespace tidemark::test
