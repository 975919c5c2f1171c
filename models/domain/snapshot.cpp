// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/snapshot.h"

#include <algorithm>

namespace tidemark {
namespace {
constexpr int stale_after_intervals = 3;

// Index of the last poll at or before `time` in wall order, or none. Polls are in seq order; a stepped clock may break
// wall order, so the search is from the end.
std::optional<std::size_t> last_at_or_before(const std::vector<PollInfo>& polls, LocalTime time) {
  for (std::size_t i = polls.size(); i-- > 0;)
    if (polls[i].wall <= time) return i;
  return std::nullopt;
}
}  // namespace

std::size_t Snapshot::StateHash::operator()(const StateKey& key) const {
  const std::hash<std::string> h;
  return (h(key.cluster) * 31 + h(key.object)) * 31 + h(key.aspect);
}

void Snapshot::index() {
  by_series_.clear();
  by_state_.clear();
  by_series_.reserve(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = columns[i];
    by_series_[SeriesKey{cluster_of(column), column.spec.signal, column.spec.object}].push_back(i);
  }
  for (std::size_t i = 0; i < states.size(); ++i) {
    const StateSpan& state = states[i];
    by_state_[StateKey{sources[state.source].spec.cluster.value(), state.object.value(), state.aspect}].push_back(i);
  }
}

std::span<const std::size_t> Snapshot::find(const SeriesKey& key) const {
  const auto it = by_series_.find(key);
  return it == by_series_.end() ? std::span<const std::size_t>() : it->second;
}

Known<Measured> Snapshot::at(const SeriesKey& key, LocalTime time) const {
  Known<Measured> best = Reason::never_polled;
  std::optional<LocalTime> spoken;  // when the sample behind `best` was taken
  for (const std::size_t i : find(key)) {
    const Column& column = columns[i];
    const LaneInfo& lane = lanes[column.lane];
    const auto poll = last_at_or_before(lane.polls, time);
    if (!poll) continue;
    const LocalTime wall = lane.polls[*poll].wall;
    const Reason reason = column.reasons[*poll];
    if (time - wall > stale_after_intervals * lane.interval) {
      if (!spoken) best = Reason::collector_off;
    } else if (reason == Reason::never_polled || reason == Reason::not_probed) {
      if (!spoken) best = reason;
    } else if (!spoken || wall > *spoken) {
      if (reason == Reason::none)
        best = Measured{column.values[*poll], wall, lane.interval, column.lane, *poll};
      else
        best = reason;
      spoken = wall;
    }
  }
  return best;
}

const StateSpan* Snapshot::state_at(const ClusterName& cluster, const Object& object, std::string_view aspect,
                                    LocalTime time) const {
  const auto it = by_state_.find(StateKey{cluster.value(), object.value(), std::string(aspect)});
  if (it == by_state_.end()) return nullptr;
  const StateSpan* found = nullptr;
  for (const std::size_t i : it->second)
    if (states[i].from_hi <= time && (!states[i].to || *states[i].to > time)) found = &states[i];
  return found && found->value ? found : nullptr;
}

Known<Crossing> Snapshot::crossing(const CrossingKey& key) const {
  const auto it = crossings.find(key);
  return it == crossings.end() ? Known<Crossing>(Reason::no_history) : it->second;
}

}  // namespace tidemark
