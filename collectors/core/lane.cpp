// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/core/lane.h"

#include <algorithm>
#include <iterator>

namespace tidemark {
namespace {
constexpr Millis shortest_sleep{1000};
constexpr int missed_by_sleep = 2;  // intervals

// The monotonic clock counts through suspend, the steady one does not. None where no poll is missing.
std::optional<Gap> sleep_between(const Tick& last, const Tick& now, Millis interval) {
  const Millis passed = now.mono - last.mono;
  const Millis slept = passed - std::chrono::duration_cast<Millis>(now.begun - last.begun);
  if (slept < shortest_sleep || passed < missed_by_sleep * interval) return std::nullopt;
  return Gap{std::min(last.wall + interval, now.wall), now.wall, Reason::collector_off,
             "the machine slept " + std::to_string((slept.count() + 500) / 1000) + " s"};
}
}  // namespace

Lane::Lane(SampleSink& sink, const Clock& clock, LaneSpec spec)
    : sink_(sink), clock_(clock), spec_(std::move(spec)), id_(sink.lane(spec_)) {}

std::optional<Poll> Lane::begin(const Tick& tick) {
  if (skip_) {
    skip_ = false;
    return std::nullopt;
  }
  Poll poll;
  poll.lane = id_;
  poll.wall = tick.wall;
  poll.mono = tick.mono;
  poll.boot = clock_.boot();
  if (last_)
    if (auto slept = sleep_between(*last_, tick, spec_.interval)) poll.gaps.push_back(std::move(*slept));
  last_ = tick;
  if (refused_from_)
    poll.gaps.push_back({*refused_from_, tick.wall, Reason::collector_off, "the queue to the timeline was full"});
  poll.died = died_;
  poll.states = gone_;
  for (const SeriesId id : died_) poll.samples.push_back({id, 0, Reason::deleted});
  return poll;
}

bool Lane::push(Poll poll, const Tick& tick) {
  poll.took = std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - tick.begun);
  auto died = poll.died;
  std::vector<StateSample> gone;
  std::ranges::copy_if(poll.states, std::back_inserter(gone), [](const StateSample& s) { return !s.value; });
  if (sink_.push(std::move(poll))) {
    refused_from_.reset();
    died_.clear();
    gone_.clear();
    return true;
  }
  died_ = std::move(died);
  gone_ = std::move(gone);
  if (!refused_from_) refused_from_ = tick.wall;
  skip_ = true;
  return false;
}

SeriesId Lane::series(const Signal& signal, const Object& object, const std::string& unit, int scale10) {
  return sink_.series(id_, {signal, object, unit, scale10});
}

void Lane::set_interval(Millis interval) {
  if (interval == spec_.interval) return;
  spec_.interval = interval;
  died_.clear();
  id_ = sink_.lane(spec_);
}

}  // namespace tidemark
