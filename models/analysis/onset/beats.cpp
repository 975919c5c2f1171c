// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/onset/beats.h"

#include <algorithm>

#include "models/analysis/onset/robust.h"

namespace tidemark {
namespace {
constexpr double late_factor = 2;
constexpr double beyond_longest = 1.2;
constexpr double due_sigma = 4;
constexpr double least_spread = 0.05;  // of the median

struct Usual {
  double median = 0;
  double due = 0;   // ms after a beat: the next one is there, if all is well
  double late = 0;  // ms after which a pause is one
};

// The end of the last blind stretch that reaches into (from, to), if any.
const Stretch* last_blind(const BeatSeries& series, LocalTime from, LocalTime to) {
  for (auto stretch = series.blind.rbegin(); stretch != series.blind.rend(); ++stretch)
    if (stretch->from < to && stretch->to > from) return &*stretch;
  return nullptr;
}

std::vector<double> intervals_before(const BeatSeries& series, LocalTime time) {
  std::vector<double> out;
  for (std::size_t i = series.beats.size(); i-- > 1 && out.size() < usual_beats;) {
    const LocalTime from = series.beats[i - 1].hi, to = series.beats[i].hi;
    if (to <= time && to > from && !last_blind(series, from, to))
      out.push_back(static_cast<double>((to - from).count()));
  }
  return out;
}

std::optional<Usual> usual_of(const BeatSeries& series, LocalTime time) {
  const std::vector<double> intervals = intervals_before(series, time);
  const double configured = static_cast<double>(series.configured.value_or(Millis(0)).count());
  if (intervals.size() < fewest_beats) {
    if (configured <= 0) return std::nullopt;
    return Usual{configured, configured, late_factor * configured};
  }
  const double middle = median(intervals);
  const RobustScale scale = robust_scale(intervals, least_spread * middle);
  const double longest = std::ranges::max(intervals);
  const double due = std::max(middle, std::min(longest, middle + due_sigma * scale.sigma));
  return Usual{middle, due, std::max(late_factor * std::max(middle, configured), beyond_longest * longest)};
}

Millis in_ms(double value) { return Millis(static_cast<std::int64_t>(value)); }
}  // namespace

BeatJudgement judge_beats(const BeatSeries& series, const OnsetWindow& window) {
  BeatJudgement out;
  const auto known = std::ranges::upper_bound(series.beats, window.to, {}, &Beat::hi) - series.beats.begin();
  if (known == 0) return out;
  const auto usual = usual_of(series, window.base_to);
  if (!usual) {
    out.judged.verdict = ChangeVerdict::too_short;
    return out;
  }
  out.judged.before = usual->median;
  out.judged.after = usual->median;
  out.judged.verdict = ChangeVerdict::unchanged;
  for (std::size_t i = 0; i < static_cast<std::size_t>(known); ++i) {
    const Beat& beat = series.beats[i];
    const bool open = i + 1 == static_cast<std::size_t>(known);
    const LocalTime end = open ? window.to : series.beats[i + 1].hi;
    if (end <= window.from) continue;
    // Nobody knows what came while nobody looked: the pause counts from then on.
    const Stretch* blind = last_blind(series, beat.hi, end);
    const LocalTime begin = blind ? std::max(beat.hi, blind->to) : beat.hi;
    if (static_cast<double>((end - begin).count()) <= usual->late) continue;
    out.last = beat.hi;
    out.due = std::min(end, begin + in_ms(usual->due));
    out.judged.lo = beat.lo;
    out.judged.hi = out.due;
    out.judged.after = static_cast<double>((end - beat.hi).count());
    out.judged.over_gap = blind != nullptr;
    // When the window began, it might still have come in time: then this is no older trouble.
    const bool was_late = static_cast<double>((window.from - begin).count()) > usual->late;
    out.judged.verdict = was_late ? ChangeVerdict::standing : ChangeVerdict::changed;
    return out;
  }
  return out;
}

}  // namespace tidemark
