// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lane_silence.h"

#include <algorithm>

#include "models/analysis/reading.h"

namespace tidemark {

Reason silence_of(const Snapshot& snapshot, std::size_t source, std::string_view name, LocalTime at) {
  constexpr int stale_after_intervals = 3;
  std::optional<std::size_t> newest;
  const PollInfo* poll = nullptr;
  for (std::size_t i = 0; i < snapshot.lanes.size(); ++i) {
    const LaneInfo& lane = snapshot.lanes[i];
    const std::size_t polls = lane.source == source && lane.name == name ? polls_until(lane, at) : 0;
    if (polls == 0 || (poll != nullptr && lane.polls[polls - 1].wall < poll->wall)) continue;
    newest = i;
    poll = &lane.polls[polls - 1];
  }
  if (!newest) return Reason::never_polled;
  if (at - poll->wall > stale_after_intervals * snapshot.lanes[*newest].interval) return Reason::collector_off;
  if (poll->due == 0 || poll->answered > 0) return Reason::none;
  const bool denied = std::ranges::any_of(snapshot.errors, [&](const ErrorInfo& error) {
    return error.lane == *newest && error.first <= poll->seq && poll->seq <= error.seq && error.error.denied;
  });
  return denied ? Reason::no_permission : Reason::unreachable;
}

Known<std::string> last_error(const Snapshot& snapshot, std::size_t source, LocalTime at) {
  const ErrorInfo* newest = nullptr;
  for (const ErrorInfo& error : snapshot.errors) {
    const LaneInfo& lane = snapshot.lanes[error.lane];
    const std::size_t polls = lane.source == source ? polls_until(lane, at) : 0;
    if (polls > 0 && error.first <= lane.polls[polls - 1].seq && lane.polls[polls - 1].seq <= error.seq)
      newest = &error;
  }
  return newest ? Known<std::string>(newest->error.text) : Known<std::string>(Reason::not_applicable);
}

}  // namespace tidemark
