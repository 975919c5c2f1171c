// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/gaps.h"

#include <algorithm>
#include <optional>
#include <string>

namespace tidemark {
namespace {
constexpr Millis clock_step{1000};
constexpr int missed_intervals = 3;

std::string seconds(Millis distance) {
  const std::int64_t tenths = (distance.count() + 50) / 100;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " s";
}

std::optional<Gap> seen_gap(const Poll& poll, const LaneState::Last& last, Millis interval) {
  // The first poll that is missing would have come one interval after the last one.
  const LocalTime from = std::min(last.wall + interval, poll.wall);
  const Millis wall = poll.wall - last.wall;
  if (poll.boot != last.boot) {
    if (wall < Millis(0))
      return Gap{poll.wall, last.wall, Reason::ambiguous, "the machine restarted and its clock stepped back"};
    if (wall > missed_intervals * interval) return Gap{from, poll.wall, Reason::collector_off, "the machine restarted"};
    return Gap{poll.wall, poll.wall, Reason::collector_off, "the machine restarted"};
  }
  const Millis mono = poll.mono - last.mono;
  // What the clock shows from now on it has shown before.
  if (wall - mono < -clock_step)
    return Gap{poll.wall, std::max(poll.wall, last.wall), Reason::ambiguous,
               "clock stepped back " + seconds(mono - wall)};
  if (wall - mono > clock_step)
    return Gap{from, poll.wall, Reason::ambiguous, "clock stepped forward " + seconds(wall - mono)};
  if (mono > missed_intervals * interval) return Gap{from, poll.wall, Reason::collector_off, ""};
  return std::nullopt;
}
}  // namespace

std::vector<Gap> gaps_before(const Poll& poll, const LaneState::Last& last, Millis interval) {
  std::vector<Gap> gaps = poll.gaps;
  const auto seen = seen_gap(poll, last, interval);
  // Who says why polls are missing says nothing of the clock.
  const bool told = seen && seen->reason == Reason::collector_off && std::ranges::any_of(gaps, [&](const Gap& gap) {
                      return gap.to >= last.wall && gap.from <= poll.wall;
                    });
  if (seen && !told) gaps.push_back(*seen);
  return gaps;
}

}  // namespace tidemark
