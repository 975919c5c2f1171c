// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/clock_order.h"

#include <algorithm>

namespace tidemark {
namespace {
constexpr Millis clock_step{1000};
constexpr int stale_after_intervals = 3;  // so long a sample passes for new

// The first poll after a step back.
struct StepBack {
  std::uint32_t boot = 0;
  MonoTime mono;
  LocalTime wall;
};

// The clock was set back between two polls, the earlier one first. What was brought in from elsewhere has its own
// order.
bool set_back(const PollInfo& before, const PollInfo& after) {
  if (before.boot != after.boot) return after.wall <= before.wall;
  return (after.wall - before.wall) - (after.mono - before.mono) < -clock_step;
}

std::vector<StepBack> steps_back(const std::vector<LaneInfo>& lanes) {
  std::vector<StepBack> steps;
  for (const LaneInfo& lane : lanes)
    for (std::size_t i = 1; i < lane.polls.size(); ++i) {
      const PollInfo& after = lane.polls[i];
      if (lane.polls[i - 1].boot == after.boot && set_back(lane.polls[i - 1], after))
        steps.push_back({after.boot, after.mono, after.wall});
    }
  return steps;
}
}  // namespace

void drop_overtaken(std::vector<LaneInfo>& lanes) {
  const std::vector<StepBack> steps = steps_back(lanes);
  for (LaneInfo& lane : lanes) {
    const auto came_again = [&](const PollInfo& poll) {
      return std::ranges::any_of(steps, [&](const StepBack& step) {
        return poll.boot == step.boot && poll.mono < step.mono &&
               poll.wall > step.wall - stale_after_intervals * lane.interval;
      });
    };
    std::vector<PollInfo> kept;
    for (auto poll = lane.polls.rbegin(); poll != lane.polls.rend(); ++poll) {
      const bool overtaken = !kept.empty() && poll->wall >= kept.back().wall && set_back(*poll, kept.back());
      if (!overtaken && !came_again(*poll)) kept.push_back(*poll);
    }
    if (kept.size() == lane.polls.size()) continue;
    std::ranges::reverse(kept);
    lane.polls = std::move(kept);
  }
}

}  // namespace tidemark
