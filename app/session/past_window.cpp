// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/past_window.h"

#include <algorithm>

#include "models/domain/rebuilt.h"

namespace tidemark {
namespace {
constexpr Millis shortest{20'000};
}

SnapshotRequest past_request(LocalTime from, LocalTime now) {
  SnapshotRequest request;
  request.from = from;
  request.to = now;
  request.object_names = {"none:"};
  request.states = request.events = false;
  return request;
}

std::optional<PastWindow> unseen_past(const Snapshot& timeline, const SourceSpec& collected, std::string_view lane,
                                      LocalTime from, LocalTime now) {
  PastWindow out{from, now};
  const SourceSpec rebuilt = rebuilt_of(collected);
  for (const LaneInfo& info : timeline.lanes) {
    const SourceSpec& source = timeline.sources[info.source].spec;
    for (const PollInfo& poll : info.polls) {
      if (poll.wall < from || poll.wall >= now) continue;
      if (source == collected) out.to = std::min(out.to, poll.wall);
      if (source == rebuilt && info.name == lane) out.from = std::max(out.from, poll.wall + Millis(1));
    }
  }
  if (out.to - out.from < shortest) return std::nullopt;
  return out;
}

}  // namespace tidemark
