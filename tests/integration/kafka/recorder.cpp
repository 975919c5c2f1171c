// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/kafka/recorder.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace tidemark::testing {

LaneId Recorder::lane(const LaneSpec& spec) {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find(lanes_, spec);
  if (found != lanes_.end()) return LaneId(found - lanes_.begin() + 1);
  lanes_.push_back(spec);
  return LaneId(static_cast<std::int64_t>(lanes_.size()));
}

SeriesId Recorder::series(LaneId lane, const SeriesSpec& spec) {
  const std::lock_guard lock(mutex_);
  auto& id = ids_[{lane, spec}];
  if (id == SeriesId()) {
    series_.emplace_back(lane, spec);
    id = SeriesId(static_cast<std::int64_t>(series_.size()));
  }
  return id;
}

bool Recorder::push(Poll poll) {
  const std::lock_guard lock(mutex_);
  if (refuse_ > 0) {
    --refuse_;
    return false;
  }
  for (const auto& state : poll.states) states_[{state.object.value(), state.aspect}] = state.value;
  for (const SeriesId died : poll.died) {
    const auto& key = series_.at(static_cast<std::size_t>(died.value() - 1));
    ids_.erase(key);
  }
  const std::string name = lanes_.at(static_cast<std::size_t>(poll.lane.value() - 1)).name;
  auto& polls = polls_[name];
  polls.push_back(std::move(poll));
  if (polls.size() > keep_) polls.erase(polls.begin());
  ++counts_[name];
  return true;
}

void Recorder::refuse(int pushes) {
  const std::lock_guard lock(mutex_);
  refuse_ = pushes;
}

std::size_t Recorder::polls(const std::string& lane) const {
  const std::lock_guard lock(mutex_);
  const auto found = counts_.find(lane);
  return found == counts_.end() ? 0 : found->second;
}

const std::vector<Poll>* Recorder::of(const std::string& lane) const {
  const auto found = polls_.find(lane);
  return found == polls_.end() ? nullptr : &found->second;
}

std::optional<Poll> Recorder::poll(const std::string& lane, std::size_t back) const {
  const std::lock_guard lock(mutex_);
  const auto* polls = of(lane);
  if (polls == nullptr || polls->size() <= back) return std::nullopt;
  return (*polls)[polls->size() - 1 - back];
}

Known<std::int64_t> Recorder::value(const std::string& lane, const std::string& signal, const std::string& object,
                                    std::size_t back) const {
  const std::lock_guard lock(mutex_);
  const auto* polls = of(lane);
  if (polls == nullptr || polls->size() <= back) return Reason::never_polled;
  const Poll& poll = (*polls)[polls->size() - 1 - back];
  for (const auto& sample : poll.samples) {
    const auto& [of_lane, spec] = series_.at(static_cast<std::size_t>(sample.series.value() - 1));
    if (spec.signal.value() != signal || spec.object.value() != object) continue;
    if (sample.reason == Reason::none) return sample.value;
    return sample.reason;
  }
  return Reason::never_polled;
}

std::optional<std::string> Recorder::state(const std::string& object, const std::string& aspect) const {
  const std::lock_guard lock(mutex_);
  const auto found = states_.find({object, aspect});
  return found == states_.end() ? std::nullopt : found->second;
}

std::vector<LaneSpec> Recorder::lanes() const {
  const std::lock_guard lock(mutex_);
  return lanes_;
}

std::map<SeriesId, SeriesSpec> Recorder::all_series() const {
  const std::lock_guard lock(mutex_);
  std::map<SeriesId, SeriesSpec> result;
  for (std::size_t i = 0; i < series_.size(); ++i)
    result[SeriesId(static_cast<std::int64_t>(i + 1))] = series_[i].second;
  return result;
}

bool Recorder::wait_for_polls(const std::string& lane, std::size_t count, int timeout_ms) const {
  const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeout_ms);
  while (polls(lane) < count) {
    if (std::chrono::steady_clock::now() > until) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return true;
}

}  // namespace tidemark::testing
