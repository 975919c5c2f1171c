// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/reading.h"

#include <algorithm>

namespace tidemark {

std::size_t polls_until(const LaneInfo& lane, LocalTime at) {
  std::size_t n = lane.polls.size();
  while (n > 0 && lane.polls[n - 1].wall > at) --n;
  return n;
}

Millis between(const PollInfo& a, const PollInfo& b) {
  return a.boot == b.boot ? Millis(b.mono - a.mono) : Millis(b.wall - a.wall);
}

bool clock_set(const PollInfo& a, const PollInfo& b) {
  constexpr Millis step{1000};
  if (a.boot != b.boot) return false;
  const Millis apart = (b.wall - a.wall) - (b.mono - a.mono);
  return apart > step || apart < -step;
}

Known<Measured> read_at(const Snapshot& snapshot, const SeriesKey& key, LocalTime at) {
  const Known<Measured> measured = snapshot.at(key, at);
  if (measured || measured.reason() != Reason::never_polled) return measured;
  for (const std::size_t i : snapshot.find(key)) {
    const Column& column = snapshot.columns[i];
    for (std::size_t poll = polls_until(snapshot.lanes[column.lane], at); poll-- > 0;) {
      if (column.reasons[poll] == Reason::deleted) return Reason::deleted;
      if (column.reasons[poll] != Reason::never_polled) break;
    }
  }
  return measured;
}

Known<std::int64_t> value_of(const Known<Measured>& measured) {
  return measured.map([](const Measured& m) { return m.value; });
}

Known<LocalTime> asked_at(const Snapshot& snapshot, const SeriesKey& key, LocalTime at) {
  Known<LocalTime> newest = Reason::never_polled;
  for (const std::size_t i : snapshot.find(key)) {
    const Column& column = snapshot.columns[i];
    const LaneInfo& lane = snapshot.lanes[column.lane];
    for (std::size_t poll = polls_until(lane, at); poll-- > 0;) {
      if (column.reasons[poll] == Reason::never_polled || column.reasons[poll] == Reason::not_probed) continue;
      // What is gone was last asked for when it was found gone.
      while (column.reasons[poll] == Reason::deleted && poll > 0 && column.reasons[poll - 1] == Reason::deleted) --poll;
      if (!newest || lane.polls[poll].wall > *newest) newest = lane.polls[poll].wall;
      break;
    }
  }
  return newest;
}

const Column* column_in(const Snapshot& snapshot, const SeriesKey& key, std::size_t lane) {
  for (const std::size_t i : snapshot.find(key))
    if (snapshot.columns[i].lane == lane) return &snapshot.columns[i];
  return nullptr;
}

Known<double> rate_before(const Snapshot& snapshot, const SeriesKey& key, LocalTime at, Millis window) {
  const Known<Measured> now = read_at(snapshot, key, at);
  if (!now) return now.reason();
  const Column* column = column_in(snapshot, key, now->lane);
  const LaneInfo& lane = snapshot.lanes[now->lane];
  const LocalTime oldest = at - std::max(window, 2 * lane.interval);
  std::size_t first = now->poll;
  bool fell = false;
  for (std::size_t i = now->poll; i-- > 0 && lane.polls[i].wall >= oldest;) {
    if (clock_set(lane.polls[i], lane.polls[i + 1])) break;
    const Known<std::int64_t> value = column->at(i);
    if (!value) continue;
    fell = *value > column->values[first];
    if (fell) break;
    first = i;
  }
  const Millis time = between(lane.polls[first], lane.polls[now->poll]);
  if (first == now->poll || time <= Millis(0)) return fell ? Reason::ambiguous : Reason::no_history;
  constexpr double ms_per_second = 1000;
  return static_cast<double>(now->value - column->values[first]) * ms_per_second / static_cast<double>(time.count());
}

namespace {
Known<Crossing> crossing_in(const Snapshot& snapshot, const Column& column, Offset offset, LocalTime at) {
  const LaneInfo& lane = snapshot.lanes[column.lane];
  std::optional<std::size_t> above;
  for (std::size_t i = polls_until(lane, at); i-- > 0;) {
    if (column.reasons[i] != Reason::none) continue;
    if (column.values[i] > offset.value()) {
      above = i;
      continue;
    }
    if (!above) return Reason::no_history;  // not there yet
    const LocalTime lo = lane.polls[i].wall;
    const LocalTime hi = std::max(lo, lane.polls[*above].wall);
    const double share = static_cast<double>(offset.value() + 1 - column.values[i]) /
                         static_cast<double>(column.values[*above] - column.values[i]);
    return Crossing{lo, hi, lo + Millis(static_cast<std::int64_t>(share * static_cast<double>((hi - lo).count())))};
  }
  return Reason::no_history;
}
}  // namespace

Known<Crossing> crossing_before(const Snapshot& snapshot, const SeriesKey& key, Offset offset, LocalTime at) {
  Known<Crossing> best = snapshot.crossing({key, offset});
  if (best && best->hi > at) best = Reason::no_history;
  for (const std::size_t i : snapshot.find(key)) {
    const Known<Crossing> found = crossing_in(snapshot, snapshot.columns[i], offset, at);
    if (found && (!best || found->hi - found->lo < best->hi - best->lo)) best = found;
  }
  return best;
}

}  // namespace tidemark
