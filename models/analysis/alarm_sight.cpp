// SPDX-License-Identifier: GPL-3.0-or-later
// What the last minutes saw of each cluster, for alarms.
#include <algorithm>
#include <cmath>

#include "models/analysis/alarms.h"
#include "models/analysis/scope.h"
#include "models/domain/passed_on.h"
#include "models/domain/rebuilt.h"

namespace tidemark {
namespace {
constexpr Millis usual_window{300'000};
constexpr double enough = 0.9;

// Parts that the lane's newest poll was denied: it asks in vain every time.
double denied_parts(const Snapshot& snapshot, std::size_t lane) {
  const auto& polls = snapshot.lanes[lane].polls;
  std::set<std::string_view> scopes;
  for (const ErrorInfo& error : snapshot.errors)
    if (error.lane == lane && error.error.denied && error.seq >= polls.back().seq) scopes.insert(error.error.scope);
  return static_cast<double>(scopes.size());
}

// Where the past was rebuilt, the timeline begins before anybody collected.
bool was_collected_before(const Snapshot& snapshot, LocalTime time) {
  if (!snapshot.oldest || *snapshot.oldest >= time) return false;
  const auto rebuilt = [&](const LaneInfo& lane) { return is_rebuilt(snapshot.sources[lane.source].spec); };
  return std::ranges::none_of(snapshot.lanes, rebuilt) ||
         std::ranges::any_of(snapshot.lanes, [&](const LaneInfo& lane) {
           return !rebuilt(lane) && !lane.polls.empty() && lane.polls.front().wall < time;
         });
}

// Polls that were due between the window's begin and the lane's first poll in it, where something was collected before.
double silent_before(const Snapshot& snapshot, const LaneInfo& lane, LocalTime from) {
  const auto first = std::ranges::find_if(lane.polls, [&](const PollInfo& poll) { return poll.wall >= from; });
  if (first == lane.polls.end() || !was_collected_before(snapshot, from)) return 0;
  const LocalTime before = first == lane.polls.begin() ? from : std::max(from, std::prev(first)->wall);
  return std::max(0.0, std::floor(static_cast<double>((first->wall - before).count()) /
                                  static_cast<double>(lane.interval.count())) -
                           (first == lane.polls.begin() ? 0 : 1));
}

// What was answered and due in the lanes of a source.
Answered answered_by(const Snapshot& snapshot, std::size_t source, LocalTime at) {
  Millis fastest = Millis::max();
  for (const LaneInfo& lane : snapshot.lanes)
    if (lane.source == source && lane.interval > Millis(0)) fastest = std::min(fastest, lane.interval);
  Answered sum;
  if (fastest == Millis::max()) return sum;
  const Millis window = std::max(usual_window, 3 * fastest);
  for (std::size_t i = 0; i < snapshot.lanes.size(); ++i) {
    const LaneInfo& lane = snapshot.lanes[i];
    if (lane.source != source || lane.polls.empty() || lane.interval <= Millis(0) || 2 * lane.interval > window)
      continue;
    const Answered one = lane_coverage(snapshot, i, at - window, at);
    if (one.due <= 0) continue;
    const auto polls = static_cast<double>(
        std::ranges::count_if(lane.polls, [&](const PollInfo& poll) { return poll.wall >= at - window; }));
    const double a_poll = one.due / std::max(1.0, polls);
    sum.answered += one.answered;
    sum.due += std::max(one.answered, one.due - denied_parts(snapshot, i) * polls) +
               a_poll * silent_before(snapshot, lane, at - window);
  }
  return sum;
}

bool is_polled(const Snapshot& snapshot, std::size_t source) {
  return std::ranges::any_of(snapshot.lanes,
                             [&](const LaneInfo& lane) { return lane.source == source && !lane.polls.empty(); });
}
}  // namespace

std::map<ClusterName, Sight> sights_of(const Snapshot& snapshot, LocalTime at) {
  std::map<ClusterName, Sight> out{{ClusterName(), {true, true}}};
  for (const SourceInfo& source : snapshot.sources) out[source.spec.cluster] = {true, true};
  for (std::size_t i = 0; i < snapshot.sources.size(); ++i) {
    const SourceSpec& spec = snapshot.sources[i].spec;
    if (!is_polled(snapshot, i) || is_rebuilt(spec) || !watches(spec)) continue;
    const Answered answered = answered_by(snapshot, i, at);
    const bool seen = answered.due > 0 && answered.answered >= enough * answered.due;
    if (seen) continue;
    for (auto& [cluster, sight] : out) {
      if (!cluster.value().empty() && !spec.cluster.value().empty() && cluster != spec.cluster) continue;
      sight.all = false;
      if (spec.kind == "kafka") sight.log = false;
    }
  }
  return out;
}

}  // namespace tidemark
