// SPDX-License-Identifier: GPL-3.0-or-later
// Flow: how fast something goes over time, cut into stretches of one level each, so that a rule can say what changed,
// from how much to how much, and between which polls. Room-internal. Thread rule: none, pure functions. Units: whatever
// the samples have; rates are per second.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "models/domain/time.h"

namespace tidemark {

// A value that holds in (from, to].
struct FlowSample {
  LocalTime from;
  LocalTime to;
  double value = 0;
};

// A stretch of one level. It began in (lo, hi]; where the samples begin with it, lo == hi and nothing is known of what
// was before.
struct Regime {
  double level = 0;  // median
  LocalTime lo, hi;
  LocalTime end;
  std::size_t samples = 0;
  bool begun = false;
};

// Newest first. A level is left where three of five samples differ from it by more than a fifth and by more than three
// times the scatter (1.4826 x the median absolute deviation). Too few samples to tell (fewer than 5): none.
std::vector<Regime> regimes_of(std::span<const FlowSample> samples);

struct Shift {
  double before = 0;
  double now = 0;
  LocalTime lo, hi;  // it began in (lo, hi]
};
// From the nearest earlier level, of three samples or more, of which the newest is at least (at most) `factor` times.
std::optional<Shift> risen(std::span<const Regime> regimes, double factor);
std::optional<Shift> fallen(std::span<const Regime> regimes, double factor);

double median_of(std::vector<double> values);

}  // namespace tidemark
