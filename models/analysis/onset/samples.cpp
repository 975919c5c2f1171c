// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "models/analysis/onset/inputs.h"
#include "models/analysis/onset/robust.h"
#include "models/analysis/reading.h"

namespace tidemark {
namespace {
constexpr double ms_per_second = 1000;

// What several marks advanced from one poll to the next; `known` where all of them tell.
struct Advances {
  std::vector<std::int64_t> by;
  std::vector<bool> known;  // [0] is never
};

// Polls that belong together: nothing is missing between them and the clock did not step.
bool next_to(const LaneInfo& lane, std::size_t i) {
  const Millis apart = lane.polls[i].wall - lane.polls[i - 1].wall;
  return apart > Millis(0) && (lane.interval <= Millis(0) || 2 * apart <= 5 * lane.interval) &&
         !clock_set(lane.polls[i - 1], lane.polls[i]);
}

// Not there, so that it adds nothing: before it was first seen, after it went, while a group has no offset.
bool absent(Reason reason, bool seen) {
  return reason == Reason::deleted || reason == Reason::no_commit || (reason == Reason::never_polled && !seen);
}

// A mark that is there and not known, or that fell, hides the sum. Where every mark is new, nothing was measured yet.
Advances advances_of(const Snapshot& snapshot, const std::vector<std::size_t>& columns) {
  const LaneInfo& lane = snapshot.lanes[snapshot.columns[columns.front()].lane];
  Advances out{std::vector<std::int64_t>(lane.polls.size(), 0), std::vector<bool>(lane.polls.size(), false)};
  std::vector<bool> measured(lane.polls.size(), false);
  for (std::size_t i = 1; i < lane.polls.size(); ++i) out.known[i] = next_to(lane, i);
  for (const std::size_t c : columns) {
    const Column& column = snapshot.columns[c];
    bool seen = false;
    for (std::size_t i = 1; i < lane.polls.size(); ++i) {
      const Reason before = column.reasons[i - 1], now = column.reasons[i];
      seen = seen || before == Reason::none;
      if (absent(now, seen) || (absent(before, seen) && now == Reason::none)) continue;
      const bool both = before == Reason::none && now == Reason::none;
      if (both) measured[i] = true;
      if (both && column.values[i] >= column.values[i - 1])
        out.by[i] += column.values[i] - column.values[i - 1];
      else
        out.known[i] = false;
    }
  }
  for (std::size_t i = 0; i < lane.polls.size(); ++i)
    if (!measured[i]) out.known[i] = false;
  return out;
}

// Moves in steps: a good part of the polls of the baseline sees no advance, yet it goes on.
bool in_steps(const LaneInfo& lane, const Advances& advances, const OnsetWindow& window) {
  constexpr std::size_t fewest_rises = 4;
  constexpr double most_rises = 0.75;  // of the polls
  std::size_t polls = 0, rises = 0;
  for (std::size_t i = 1; i < lane.polls.size(); ++i) {
    if (!advances.known[i] || lane.polls[i].wall <= window.base_from || lane.polls[i].wall > window.base_to) continue;
    ++polls;
    if (advances.by[i] > 0) ++rises;
  }
  return rises >= fewest_rises && static_cast<double>(rises) < most_rises * static_cast<double>(polls);
}

double per_second(std::int64_t records, Millis time) {
  return static_cast<double>(records) * ms_per_second / static_cast<double>(time.count());
}

SampledSeries poll_by_poll(const LaneInfo& lane, const Advances& advances) {
  SampledSeries out;
  out.interval = lane.interval;
  if (lane.interval > Millis(0)) out.resolution = per_second(1, lane.interval);
  for (std::size_t i = 1; i < lane.polls.size(); ++i) {
    if (!advances.known[i]) continue;
    const PollInfo& poll = lane.polls[i];
    const Millis time = between(lane.polls[i - 1], poll);
    if (time <= Millis(0)) continue;
    out.samples.push_back({lane.polls[i - 1].wall, poll.wall, poll.wall + poll.took, per_second(advances.by[i], time)});
  }
  return out;
}

InputSamples step_by_step(const LaneInfo& lane, const Advances& advances) {
  InputSamples out;
  BeatSeries& beats = out.beats.emplace();
  std::optional<std::size_t> last;  // the last rise, without a break since
  std::vector<double> apart;
  for (std::size_t i = 1; i < lane.polls.size(); ++i) {
    const PollInfo& poll = lane.polls[i];
    const LocalTime before = lane.polls[i - 1].wall;
    if (!advances.known[i]) {
      last.reset();
      if (!beats.blind.empty() && beats.blind.back().to == before)
        beats.blind.back().to = poll.wall;
      else if (before < poll.wall)
        beats.blind.push_back({before, poll.wall});
      continue;
    }
    if (advances.by[i] == 0) continue;
    beats.beats.push_back({before, poll.wall + poll.took});
    const Millis time = last ? between(lane.polls[*last], poll) : Millis(0);
    if (time > Millis(0)) {
      out.series.samples.push_back(
          {lane.polls[*last].wall, poll.wall, poll.wall + poll.took, per_second(advances.by[i], time)});
      apart.push_back(static_cast<double>(time.count()));
    }
    last = i;
  }
  if (!apart.empty()) {
    out.series.interval = Millis(static_cast<std::int64_t>(std::ranges::max(apart)));
    out.series.resolution = ms_per_second / median(std::move(apart));
  }
  return out;
}

SampledSeries share_of(const LaneInfo& lane, const Advances& part, const Advances& whole) {
  SampledSeries out;
  out.interval = lane.interval;
  out.resolution = 0.01;
  for (std::size_t i = 1; i < lane.polls.size(); ++i) {
    if (!part.known[i] || !whole.known[i] || whole.by[i] <= 0) continue;
    const PollInfo& poll = lane.polls[i];
    out.samples.push_back({lane.polls[i - 1].wall, poll.wall, poll.wall + poll.took,
                           static_cast<double>(part.by[i]) / static_cast<double>(whole.by[i])});
  }
  return out;
}

SampledSeries gauge_of(const Column& column, const LaneInfo& lane) {
  SampledSeries out;
  out.interval = lane.interval;
  out.resolution = std::pow(10.0, -column.spec.scale10);
  for (std::size_t i = 0; i < lane.polls.size(); ++i)
    if (column.reasons[i] == Reason::none) {
      const PollInfo& poll = lane.polls[i];
      out.samples.push_back(
          {poll.wall, poll.wall, poll.wall + poll.took, static_cast<double>(column.values[i]) * out.resolution});
    }
  return out;
}

// A clock that stepped back: what came after by the wall stays.
void in_order(SampledSeries& series) { std::ranges::stable_sort(series.samples, {}, &OnsetSample::at); }
}  // namespace

InputSamples samples_of(const Snapshot& snapshot, const OnsetInput& input, const OnsetWindow& window) {
  if (input.kind == OnsetInput::Kind::commits) return {{}, input.commits};
  const Column& column = snapshot.columns[input.columns.front()];
  const LaneInfo& lane = snapshot.lanes[column.lane];
  InputSamples out;
  if (input.kind == OnsetInput::Kind::gauge) {
    out.series = gauge_of(column, lane);
  } else {
    const Advances advances = advances_of(snapshot, input.columns);
    if (input.kind == OnsetInput::Kind::share)
      out.series = share_of(lane, advances, advances_of(snapshot, input.denominator));
    else if (in_steps(lane, advances, window))
      out = step_by_step(lane, advances);
    else
      out.series = poll_by_poll(lane, advances);
  }
  in_order(out.series);
  return out;
}

}  // namespace tidemark
