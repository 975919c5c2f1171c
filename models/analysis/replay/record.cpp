// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/replay/record.h"

#include <algorithm>

namespace tidemark {
namespace {
constexpr std::size_t most = 10;

// When a replay was this far.
LocalTime when_at(const Snapshot& snapshot, const EndedReplay& ended, double share) {
  LocalTime lo = ended.replay->begun_at;
  LocalTime hi = ended.at;
  constexpr Millis fine{10'000};
  while (hi - lo > fine) {
    const LocalTime middle = lo + (hi - lo) / 2;
    const Known<double> then = progress_at(snapshot, *ended.replay, middle).share;
    (then && *then < share ? lo : hi) = middle;
  }
  return hi;
}

struct Held {
  double late = 0;
  bool inside = false;
};
std::optional<Held> held(const Snapshot& snapshot, const EndedReplay& ended, double share) {
  const LocalTime then = when_at(snapshot, ended, share);
  const ReplayProgress said = progress_at(snapshot, *ended.replay, then);
  if (!said.eta || *said.eta <= then) return std::nullopt;
  const auto took = static_cast<double>((ended.at - then).count());
  const bool inside = *said.eta_lo <= ended.at && (!said.eta_hi || ended.at <= *said.eta_hi);
  return Held{took / static_cast<double>((*said.eta - then).count()) - 1, inside};
}
}  // namespace

TrackRecord track_record(const Snapshot& snapshot, const std::vector<EndedReplay>& ended, const FoundReplay& of,
                         double share) {
  std::vector<EndedReplay> others, same;
  for (const EndedReplay& one : ended) {
    if (one.replay == &of || !one.replay->begun) continue;
    others.push_back(one);
    if (one.replay->group == of.group && one.replay->topic == of.topic) same.push_back(one);
  }
  std::vector<EndedReplay>& chosen = same.empty() ? others : same;
  std::ranges::stable_sort(chosen, std::ranges::greater(), &EndedReplay::at);
  TrackRecord out;
  std::vector<double> late;
  double inside = 0;
  for (std::size_t i = 0; i < std::min(most, chosen.size()); ++i) {
    const auto one = held(snapshot, chosen[i], share);
    if (!one) continue;
    late.push_back(one->late);
    inside += one->inside;
  }
  out.replays = std::ssize(late);
  if (late.empty()) return out;
  const auto middle = late.begin() + std::ssize(late) / 2;
  std::ranges::nth_element(late, middle);
  out.late = *middle;
  out.held = inside / static_cast<double>(late.size());
  return out;
}

}  // namespace tidemark
