// SPDX-License-Identifier: GPL-3.0-or-later
// Change: does a series leave its baseline in a window, and when did that begin? The answer is an interval (lo, hi]
// that holds the begin: from the last normal sample to the first abnormal one, wider where noise, slow samples or gaps
// hide the begin. Room-internal. Thread rule: none, pure functions. Units: local ms; values in the series' own unit.
// Source of the algorithm: alarm by robust z (4 or more in 3 of 5 samples) or one-sided CUSUM (Page 1954; k = 0.5,
// h = 5); confirmed and dated by E-divisive with a t-test in a window of 50 samples (robust.h), p at most 0.001 and a
// change of at least 20 %; rolled back over weaker points before it (FChain, ICDCS 2013).
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "models/domain/time.h"

namespace tidemark {

// A value that was read in [at, until] and tells of [since, at]: a rate of the stretch between two polls, a gauge of
// the moment (since == at).
struct OnsetSample {
  LocalTime since;
  LocalTime at;
  LocalTime until;
  double value = 0;
};

struct SampledSeries {
  std::vector<OnsetSample> samples;  // ascending by `at`
  double resolution = 0;             // the smallest difference that a sample can show
  Millis interval{};                 // between two samples as a rule
};

// Samples at `at` belong to a stretch where from < at <= to.
struct OnsetWindow {
  LocalTime from;
  LocalTime to;
  LocalTime base_from;
  LocalTime base_to;
};
// A window with the same length before it as its baseline.
OnsetWindow window_of(LocalTime from, LocalTime to);

enum class ChangeVerdict : std::uint8_t {
  changed,
  unchanged,
  standing,   // abnormal since before the window
  too_short,  // the baseline has too few samples
  no_sample,  // nothing was measured in the window
};

struct Judgement {
  ChangeVerdict verdict = ChangeVerdict::no_sample;
  double before = 0;      // centre of the baseline; where it is judged
  double after = 0;       // centre after the change; of the window where nothing changed
  LocalTime lo, hi;       // where it changed, or stands
  bool over_gap = false;  // samples are missing in (lo, hi]
};

inline constexpr std::size_t fewest_baseline = 12;  // samples; with fewer nothing is said of rates
inline constexpr std::size_t good_baseline = 30;    // a baseline is made as long as this where the history is there

Judgement judge(const SampledSeries& series, const OnsetWindow& window);

}  // namespace tidemark
