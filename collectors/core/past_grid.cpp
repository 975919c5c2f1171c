// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/core/past_grid.h"

#include <algorithm>
#include <array>

namespace tidemark {
namespace {
constexpr std::array usual_steps = std::to_array<Millis>(
    {Millis(10'000), Millis(30'000), Millis(60'000), Millis(300'000), Millis(600'000), Millis(1'800'000)});
constexpr Millis longest_step{3'600'000};
constexpr std::size_t most_points = 1'500;
constexpr std::size_t most_look_ups = 300'000;  // where every partition is written to all the time

PastGrid grid_of(LocalTime from, LocalTime to, Millis step) {
  const auto rounded_up = [step](LocalTime time) {
    const std::int64_t at = ms(time);
    return at + (step.count() - at % step.count()) % step.count();
  };
  const std::int64_t first = rounded_up(from);
  const std::int64_t end = rounded_up(to);
  return {local_time(first), step, static_cast<std::size_t>(std::max<std::int64_t>(0, (end - first) / step.count()))};
}
}  // namespace

std::size_t PastGrid::not_before(LocalTime time) const {
  if (time <= first) return 0;
  const std::int64_t into = (time - first).count();
  return std::min(points, static_cast<std::size_t>((into + step.count() - 1) / step.count()));
}

PastGrid past_grid(LocalTime from, LocalTime to, std::size_t partitions) {
  for (const Millis step : usual_steps) {
    const PastGrid grid = grid_of(from, to, step);
    if (grid.points <= most_points && grid.points * partitions <= most_look_ups) return grid;
  }
  return grid_of(from, to, longest_step);
}

}  // namespace tidemark
