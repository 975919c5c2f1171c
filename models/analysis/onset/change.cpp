// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/onset/change.h"

#include <algorithm>
#include <cmath>

#include "models/analysis/onset/robust.h"

namespace tidemark {
namespace {
constexpr double abnormal = 4;        // sigma
constexpr double weak = 1;            // sigma: what a change is rolled back over
constexpr double hidden = 3;          // sigma: a part of a change that a slow sample may hide
constexpr double cusum_slack = 0.5;   // k
constexpr double cusum_limit = 5;     // h
constexpr double least_change = 0.2;  // of the baseline
constexpr double most_chance = 0.001;
constexpr std::size_t half_window = 25;  // samples on either side of an alarm
constexpr std::size_t votes = 3, voters = 5;
// An estimate of where a step of d sigma begins is off by more than 32 / d² samples in 2 of 100 cases.
constexpr double place_error = 32;

// The samples that count, as values, and where among them the window begins.
struct Sequence {
  std::span<const OnsetSample> samples;
  std::vector<double> values;
  std::size_t window = 0;
  RobustScale scale;

  double z(std::size_t i) const {
    const double difference = values[i] - scale.centre;
    if (scale.constant) return difference == 0 ? 0 : std::copysign(abnormal, difference);
    return difference / scale.sigma;
  }
  std::span<const double> part(std::size_t from, std::size_t to) const {
    return std::span(values).subspan(from, to - from);
  }
};

// Walks over the window and stops at alarms.
class Alarms final {
 public:
  explicit Alarms(const Sequence& of, std::size_t begin) : of_(of), begin_(begin), next_(begin) {}
  std::optional<std::size_t> next() {
    for (; next_ < of_.values.size(); ++next_) {
      const double z = std::clamp(of_.z(next_), -abnormal, abnormal);
      up_ = std::max(0.0, up_ + z - cusum_slack);
      down_ = std::max(0.0, down_ - z - cusum_slack);
      const bool last = next_ + 1 == of_.values.size();
      if ((up_ > cusum_limit || down_ > cusum_limit || voted(next_)) && (next_ >= quiet_until_ || last)) return next_++;
    }
    return std::nullopt;
  }
  // The last alarm was none: what surrounds it was looked at, so the next samples but the newest need no alarm.
  void dismiss() {
    up_ = down_ = 0;
    quiet_until_ = next_ + half_window / 2;
  }

 private:
  bool voted(std::size_t last) const {
    std::size_t up = 0, down = 0;
    for (std::size_t i = last + 1 - std::min(voters, last + 1 - begin_); i <= last; ++i) {
      if (of_.z(i) >= abnormal) ++up;
      if (of_.z(i) <= -abnormal) ++down;
    }
    return up >= votes || down >= votes;
  }
  const Sequence& of_;
  std::size_t begin_, next_;
  std::size_t quiet_until_ = 0;
  double up_ = 0, down_ = 0;
};

struct Regime {
  std::size_t at = 0;   // its first sample
  std::size_t end = 0;  // exclusive
  double level = 0;
};

bool large_enough(const RobustScale& scale, double level) {
  return std::abs(level - scale.centre) >= least_change * std::abs(scale.centre);
}

// The split is the best of so many: what is unlikely for one is likely for the best of all (Bonferroni).
double splits_of(std::size_t samples) { return static_cast<double>(samples * samples) / 2; }

// The first change around an alarm that is no chance. Looks left of each that it finds: the largest need not be first.
std::optional<Regime> confirmed(const Sequence& of, std::size_t alarm) {
  const std::size_t begin = alarm > half_window ? alarm - half_window : 0;
  std::size_t end = std::min(of.values.size(), alarm + half_window);
  std::optional<Regime> first;
  while (end > begin) {
    const auto split = divergence_split(of.part(begin, end));
    if (!split) break;
    const std::size_t at = begin + split->at, stop = begin + split->end;
    const auto after = of.part(at, stop);
    const double level = median({after.begin(), after.end()});
    const bool enough = of.scale.constant || after.size() >= votes;
    const bool sure = enough && large_enough(of.scale, level) && level != of.scale.centre &&
                      student_p(of.part(begin, at), after) * splits_of(end - begin) <= most_chance;
    if (sure) first = Regime{at, stop, level};
    if (!sure && at <= alarm) break;
    end = at;
  }
  return first;
}

// No alarm of the window shows a change, yet most of the window is abnormal: it was so before.
std::optional<Regime> lasting(const Sequence& of) {
  const auto inside = of.part(of.window, of.values.size());
  const double level = median({inside.begin(), inside.end()});
  const bool far =
      of.scale.constant ? level != of.scale.centre : std::abs(level - of.scale.centre) >= abnormal * of.scale.sigma;
  if (!far || !large_enough(of.scale, level)) return std::nullopt;
  return Regime{of.window, of.values.size(), level};
}

// Where the change begins: at the earliest after sample `lo`, at the latest with sample `hi`.
struct Place {
  std::optional<std::size_t> lo;
  std::size_t hi = 0;
  double part = 0;  // of the stretch of sample `lo` that may hide the begin
};

Place place_of(const Sequence& of, const Regime& regime) {
  const double step = std::abs(regime.level - of.scale.centre);
  const double way = regime.level > of.scale.centre ? 1 : -1;
  const auto far = [&](std::size_t i) { return way * (of.values[i] - of.scale.centre); };
  std::size_t hi = regime.at;
  while (hi + 1 < regime.end && far(hi) < step / 2) ++hi;
  while (hi > 0 && way * of.z(hi - 1) >= abnormal) --hi;
  std::size_t lo = hi;  // the sample after the last normal one
  while (lo > 0 && way * of.z(lo - 1) >= weak && far(lo) >= far(lo - 1)) --lo;
  Place place{.lo = std::nullopt, .hi = hi};
  std::size_t margin = 0;
  if (!of.scale.constant) {
    const double sharp = step / of.scale.sigma;
    margin = static_cast<std::size_t>(std::min(static_cast<double>(half_window), place_error / (sharp * sharp)));
  }
  place.hi = std::min(of.values.size() - 1, hi + margin);
  if (lo > margin) {
    place.lo = lo - margin - 1;
    if (!of.scale.constant)
      place.part = std::clamp((std::max(0.0, far(*place.lo)) + hidden * of.scale.sigma) / step, 0.0, 1.0);
  }
  return place;
}

void date(const Sequence& of, const Place& place, Millis interval, Judgement& out) {
  const OnsetSample& first = of.samples[place.hi];
  out.hi = first.until;
  if (!place.lo) {
    out.lo = std::min(of.samples.front().since, out.hi);
    return;
  }
  const OnsetSample& last = of.samples[*place.lo];
  const double part = place.part * static_cast<double>((last.at - last.since).count());
  out.lo = last.at - Millis(static_cast<std::int64_t>(part));
  for (std::size_t i = *place.lo; i < place.hi; ++i)
    if (interval > Millis(0) && 2 * (of.samples[i + 1].at - of.samples[i].at) > 5 * interval) out.over_gap = true;
}

std::size_t first_after(std::span<const OnsetSample> samples, LocalTime time) {
  return static_cast<std::size_t>(std::ranges::upper_bound(samples, time, {}, &OnsetSample::at) - samples.begin());
}

// The baseline's samples: as told, and before a window next to it at least as many as make a good one.
std::span<const OnsetSample> baseline_of(std::span<const OnsetSample> all, const OnsetWindow& window) {
  std::size_t from = first_after(all, window.base_from);
  const std::size_t to = first_after(all, window.base_to);
  if (to < from) return {};
  if (window.base_to == window.from && to - from < good_baseline) from = to - std::min(to, good_baseline);
  return all.subspan(from, to - from);
}
}  // namespace

OnsetWindow window_of(LocalTime from, LocalTime to) { return {from, to, from - (to - from), from}; }

Judgement judge(const SampledSeries& series, const OnsetWindow& window) {
  const std::span all = std::span(series.samples).first(first_after(series.samples, window.to));
  Judgement out;
  Sequence of{.samples = all, .values = {}, .window = first_after(all, window.from), .scale = {}};
  if (of.window == all.size()) return out;
  const auto baseline = baseline_of(all, window);
  if (baseline.size() < fewest_baseline) {
    out.verdict = ChangeVerdict::too_short;
    return out;
  }
  std::vector<double> base;
  for (const OnsetSample& sample : baseline) base.push_back(sample.value);
  of.scale = robust_scale(base, series.resolution);
  for (const OnsetSample& sample : all) of.values.push_back(sample.value);
  out.before = of.scale.centre;
  std::optional<Regime> regime;
  Alarms alarms(of, of.window);
  while (!regime) {
    const auto alarm = alarms.next();
    if (!alarm) break;
    regime = confirmed(of, *alarm);
    if (!regime) alarms.dismiss();
  }
  if (!regime) regime = lasting(of);
  if (regime) {
    date(of, place_of(of, *regime), series.interval, out);
    out.verdict = out.hi <= window.from ? ChangeVerdict::standing : ChangeVerdict::changed;
    out.after = regime->level;
    return out;
  }
  const auto inside = of.part(of.window, of.values.size());
  out.after = median({inside.begin(), inside.end()});
  out.verdict = ChangeVerdict::unchanged;
  return out;
}

}  // namespace tidemark
