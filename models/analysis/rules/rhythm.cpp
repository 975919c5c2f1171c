// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/rules/rhythm.h"

#include <algorithm>

#include "models/analysis/marks.h"

namespace tidemark {

Rhythm rhythm_of(const Snapshot& snapshot, const SeriesKey& key, LocalTime at) {
  constexpr std::size_t remembered = 20, enough_to_doubt_one = 4;
  Rhythm out;
  const auto index = lane_of(snapshot, key, at);
  const Column* column = index ? column_in(snapshot, key, *index) : nullptr;
  if (!column) return out;
  const LaneInfo& lane = snapshot.lanes[*index];
  std::vector<Millis> pauses;
  std::optional<std::size_t> before;
  bool whole = false;  // nothing was missed since the last advance
  for (std::size_t i = 0; i < polls_until(lane, at); ++i) {
    if (column->reasons[i] != Reason::none) continue;
    if (!out.first) out.first = lane.polls[i].wall;
    if (before) {
      const Millis apart = lane.polls[i].wall - lane.polls[*before].wall;
      if (lane.interval > Millis(0) && 2 * apart > 5 * lane.interval) whole = false;
      if (column->values[i] != column->values[*before]) {
        if (out.last && whole) pauses.push_back(lane.polls[i].wall - *out.last);
        out.last = lane.polls[i].wall;
        whole = true;
      }
    }
    before = i;
  }
  if (pauses.size() > remembered) pauses.erase(pauses.begin(), pauses.end() - remembered);
  std::ranges::sort(pauses, std::greater());
  if (!pauses.empty()) out.pause = pauses[pauses.size() >= enough_to_doubt_one ? 1 : 0];
  return out;
}

}  // namespace tidemark
