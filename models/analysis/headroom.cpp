// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/headroom.h"

#include <algorithm>

#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr Millis slope_window{3'600'000};
constexpr int fewest_rises = 2;  // one deletion of a segment is no slope

// Time until the floor reaches `offset` at its pace over the last hour.
Known<Millis> until_floor(const Snapshot& snapshot, const SeriesKey& key, std::int64_t offset, LocalTime at) {
  const Known<Measured> now = read_at(snapshot, key, at);
  if (!now) return now.reason();
  if (now->value >= offset) return Millis(0);
  const Column* column = column_in(snapshot, key, now->lane);
  const LaneInfo& lane = snapshot.lanes[now->lane];
  std::size_t first = now->poll;
  int rises = 0;
  for (std::size_t i = now->poll; i-- > 0 && lane.polls[i].wall >= at - slope_window;) {
    if (column->reasons[i] != Reason::none) continue;
    if (column->values[i] > column->values[first]) break;
    rises += column->values[i] < column->values[first];
    first = i;
  }
  const double risen = static_cast<double>(now->value - column->values[first]);
  const double time = static_cast<double>(between(lane.polls[first], lane.polls[now->poll]).count());
  if (rises < fewest_rises || time <= 0) return Reason::no_history;
  const double left = static_cast<double>(offset - now->value) * time / risen;
  constexpr double longest = 9e17;
  return Millis(static_cast<std::int64_t>(std::min(left, longest)));
}
}  // namespace

Known<Millis> retention_at(const Snapshot& snapshot, const ClusterName& cluster, const TopicName& topic, LocalTime at) {
  static const std::string cleanup = std::string(aspect::config_prefix).append("cleanup.policy");
  static const std::string retention = std::string(aspect::config_prefix).append("retention.ms");
  const Object object = object::topic(topic);
  const Known<std::string> policy = state_text(snapshot, cluster, object, cleanup, at);
  if (policy && policy->find("delete") == std::string::npos) return Reason::not_applicable;
  const Known<std::int64_t> ms = state_number(snapshot, cluster, object, retention, at);
  if (!ms) return ms.reason();
  if (*ms < 0) return Reason::not_applicable;
  return Millis(*ms);
}

Known<Millis> headroom_at(const Snapshot& snapshot, const GroupPartition& of, const MarkKeys& keys, const Age& age,
                          LocalTime at) {
  const Known<std::int64_t> committed = value_of(read_at(snapshot, keys.committed, at));
  if (!committed) return committed.reason();
  if (age.method && *age.method == AgeMethod::none) return Reason::not_applicable;
  const Known<Millis> by_floor = until_floor(snapshot, keys.floor, *committed, at);
  const Known<Millis> retention = retention_at(snapshot, of.cluster, of.partition.topic, at);
  Known<Millis> by_time = retention;
  if (retention) by_time = age.age.map([&](Millis a) { return std::max(Millis(0), *retention - a); });
  if (by_floor && by_time) return std::min(*by_floor, *by_time);
  return by_floor ? by_floor : by_time;
}

}  // namespace tidemark
