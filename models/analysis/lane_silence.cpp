// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lane_silence.h"

#include "models/analysis/reading.h"

namespace tidemark {

Reason silence_of(const Snapshot& snapshot, std::size_t source, std::string_view name, LocalTime at) {
  constexpr int stale_after_intervals = 3;
  Reason reason = Reason::never_polled;
  for (std::size_t i = 0; i < snapshot.lanes.size(); ++i) {
    const LaneInfo& lane = snapshot.lanes[i];
    if (lane.source != source || lane.name != name) continue;
    const std::size_t polls = polls_until(lane, at);
    if (polls == 0) continue;
    const PollInfo& poll = lane.polls[polls - 1];
    if (at - poll.wall > stale_after_intervals * lane.interval) {
      reason = Reason::collector_off;
      continue;
    }
    if (poll.due == 0 || poll.answered > 0) return Reason::none;
    reason = Reason::unreachable;
    for (const ErrorInfo& error : snapshot.errors)
      if (error.lane == i && error.first <= poll.seq && poll.seq <= error.seq && error.error.denied)
        reason = Reason::no_permission;
  }
  return reason;
}

}  // namespace tidemark
