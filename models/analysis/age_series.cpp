// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/age_series.h"

#include "models/analysis/rising_mark.h"

namespace tidemark {
AgeSeries age_series(const Snapshot& snapshot, const MarkKeys& keys, const TopicTraits& traits, LocalTime from,
                     LocalTime at) {
  AgeSeries out;
  const std::optional<std::size_t> lane = lane_of(snapshot, keys.committed, at);
  if (!lane) return out;
  out.interval = snapshot.lanes[*lane].interval;
  const RisingMark high(snapshot, keys.high);
  std::optional<std::size_t> looked_in;
  const Column* ages = nullptr;
  const Column* errors = nullptr;
  for (const MarkPoll& poll : mark_polls(snapshot, keys, traits, at, SIZE_MAX)) {
    if (poll.at < from) continue;
    if (looked_in != poll.lane) {
      looked_in = poll.lane;
      ages = column_in(snapshot, keys.age, poll.lane);
      errors = column_in(snapshot, keys.age_error, poll.lane);
    }
    const Known<std::int64_t> stored = ages ? ages->at(poll.index) : Reason::never_polled;
    if (poll.only_residue) {
      out.polls.push_back({.at = poll.at, .mark = poll.committed, .age = Millis(0)});
    } else if (stored) {
      const std::int64_t error = errors ? errors->at(poll.index).value_or(0) : 0;
      out.polls.push_back({.at = poll.at, .mark = poll.committed, .age = Millis(*stored), .error = Millis(error)});
    } else {
      out.polls.push_back(high.age(poll.committed, poll.at));
    }
    out.polls.back().interval = snapshot.lanes[poll.lane].interval;
  }
  return out;
}

}  // namespace tidemark
