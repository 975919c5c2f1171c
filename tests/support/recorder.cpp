// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/recorder.h"

#include <algorithm>

namespace tidemark::test {

LaneId Recorder::lane(const LaneSpec& spec) {
  std::size_t source = 0;
  while (source < data_.sources.size() && data_.sources[source].spec != spec.source) ++source;
  if (source == data_.sources.size()) data_.sources.push_back({SourceId(std::int64_t(source)), spec.source});
  for (const LaneInfo& lane : data_.lanes)
    if (lane.source == source && lane.name == spec.name && lane.interval == spec.interval) return lane.id;
  data_.lanes.push_back({LaneId(std::int64_t(data_.lanes.size())), source, spec.name, spec.interval, {}});
  return data_.lanes.back().id;
}

SeriesId Recorder::series(LaneId lane, const SeriesSpec& spec) {
  const auto index = static_cast<std::size_t>(lane.value());
  for (const Column& column : data_.columns)
    if (column.lane == index && column.spec == spec) return column.id;
  const std::size_t before = data_.lanes[index].polls.size();
  Column column{SeriesId(std::int64_t(data_.columns.size())), index, spec, {}, {}};
  column.values.resize(before);
  column.reasons.resize(before, Reason::never_polled);
  data_.columns.push_back(std::move(column));
  return data_.columns.back().id;
}

void Recorder::keep_states(const Poll& poll, std::size_t lane) {
  const std::size_t source = data_.lanes[lane].source;
  for (const StateSample& sample : poll.states) {
    const std::string key = std::to_string(source) + '\n' + sample.object.value() + '\n' + sample.aspect;
    const auto last = seen_.find(key);
    const auto open = open_.find(key);
    if (open == open_.end() || data_.states[open->second].value != sample.value) {
      StateSpan span{source,    sample.object, sample.aspect, std::nullopt,
                     poll.wall, std::nullopt,  sample.value,  sample.detail};
      if (open != open_.end()) {
        data_.states[open->second].to = poll.wall;
        span.from_lo = last->second;
      } else if (!data_.lanes[lane].polls.empty()) {
        span.from_lo = data_.lanes[lane].polls.back().wall;
      }
      open_[key] = data_.states.size();
      data_.states.push_back(std::move(span));
    }
    seen_[key] = poll.wall;
  }
}

bool Recorder::push(Poll poll) {
  const auto index = static_cast<std::size_t>(poll.lane.value());
  LaneInfo& lane = data_.lanes[index];
  keep_states(poll, index);
  for (const TableCommit& commit : poll.commits)
    data_.commits.push_back(
        {lane.source, lane.polls.empty() ? std::nullopt : std::optional(lane.polls.back().wall), poll.wall, commit});
  const auto seq = static_cast<std::int64_t>(lane.polls.size());
  lane.polls.push_back({seq, poll.wall, poll.mono, 0, poll.took, poll.due, poll.answered, poll.cost});
  for (Column& column : data_.columns) {
    if (column.lane != index) continue;
    column.values.push_back(0);
    column.reasons.push_back(Reason::never_polled);
    for (const Sample& sample : poll.samples)
      if (sample.series == column.id) {
        column.values.back() = sample.value;
        column.reasons.back() = sample.reason;
      }
  }
  for (const Event& event : poll.events) data_.events.push_back({lane.source, event});
  for (const Gap& gap : poll.gaps) data_.gaps.push_back({index, gap});
  for (const PollError& error : poll.errors) data_.errors.push_back({index, seq, seq, poll.wall, error});
  polls_.push_back(std::move(poll));
  return true;
}

std::shared_ptr<const Snapshot> Recorder::snapshot() const {
  auto copy = std::make_shared<Snapshot>(data_);
  if (!polls_.empty()) {
    const auto [low, high] = std::ranges::minmax(polls_, {}, &Poll::wall);
    copy->from = low.wall;
    copy->to = high.wall;
    copy->oldest = low.wall;
    copy->newest = high.wall;
  }
  std::ranges::stable_sort(copy->states, {}, &StateSpan::from_hi);
  std::ranges::stable_sort(copy->events, {}, [](const SourceEvent& e) { return e.event.hi; });
  copy->index();
  return copy;
}

}  // namespace tidemark::test
