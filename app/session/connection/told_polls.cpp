// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/connection/told_polls.h"

#include <algorithm>

namespace tidemark {

LaneId ToldPolls::lane(const LaneSpec& spec) {
  const std::lock_guard lock(mutex_);
  const auto index = std::ranges::find(lanes_, spec) - lanes_.begin();
  if (index == std::ssize(lanes_)) lanes_.push_back(spec);
  return LaneId(static_cast<std::int32_t>(index));
}

SeriesId ToldPolls::series(LaneId, const SeriesSpec&) {
  const std::lock_guard lock(mutex_);
  return SeriesId(series_++);
}

bool ToldPolls::push(Poll poll) {
  const std::lock_guard lock(mutex_);
  const auto index = static_cast<std::size_t>(poll.lane.value());
  const LaneSpec& lane = lanes_.at(index);
  polls_.insert_or_assign(lane.source.kind + '/' + lane.name, std::move(poll));
  return true;
}

const Poll* ToldPolls::of(std::string_view lane) const {
  const auto found = polls_.find(lane);
  return found == polls_.end() ? nullptr : &found->second;
}

}  // namespace tidemark
