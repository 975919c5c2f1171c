// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/connector_states.h"

#include "models/analysis/reading.h"

namespace tidemark {
namespace {
constexpr int stale_after_intervals = 3;

// Why the newest poll of the source's lane does not answer for `at`.
Reason silence_of(const Snapshot& snapshot, std::size_t source, LocalTime at) {
  Reason reason = Reason::never_polled;
  for (std::size_t i = 0; i < snapshot.lanes.size(); ++i) {
    const LaneInfo& lane = snapshot.lanes[i];
    if (lane.source != source || lane.name != "connectors") continue;
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
}  // namespace

std::vector<ConnectState> connect_states(const Snapshot& snapshot, LocalTime at) {
  std::map<std::size_t, ConnectState> by_source;
  for (const StateSpan& span : snapshot.states) {
    if (snapshot.sources[span.source].spec.kind != "connect" || !span.value) continue;
    if (span.from_hi > at || (span.to && *span.to <= at)) continue;
    auto& state = by_source[span.source];
    if (object::kind(span.object) == "connector")
      state.connectors[std::string(object::name(span.object))].own[span.aspect] = &span;
    else if (const auto task = object::as_task(span.object))
      state.connectors[task->connector].tasks[task->number][span.aspect] = &span;
  }
  std::vector<ConnectState> out;
  for (auto& [source, state] : by_source) {
    state.source = source;
    state.silent = silence_of(snapshot, source, at);
    out.push_back(std::move(state));
  }
  return out;
}

const StateSpan* find(const ConnectState::Aspects& aspects, std::string_view aspect) {
  const auto found = aspects.find(aspect);
  return found == aspects.end() ? nullptr : found->second;
}

}  // namespace tidemark
