// SPDX-License-Identifier: GPL-3.0-or-later
// Signals: what metrics say of a path: series by the documents' signal names (put_latency_ms, cpu, queue_depth …) whose
// object is a part of the path, or serves it among others. Room-internal. Thread rule: none, pure functions.
// Units: the signal's own; times local ms.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "models/analysis/rules/flow.h"
#include "models/analysis/rules/rule.h"

namespace tidemark {

struct PathSignal {
  Object object;
  std::string name;
  bool own = false;  // of this path alone; else brokers, stores, models … that others use too
  Known<double> now = Reason::no_history;
  std::vector<FlowSample> samples;  // ascending, until `at`
  std::vector<Regime> regimes;

  std::string text() const;  // "put latency of table l.t"
};

// The measured signals that rules read.
std::span<const std::string_view> metric_names();
// All of these names; kinds of objects (in front of ':') narrow them, none: all.
std::vector<PathSignal> signals_of(const PathCase& of, std::span<const std::string_view> names,
                                   std::span<const std::string_view> kinds = {});
// Whether an object is a part of the path.
bool is_own(const PathCase& of, const Object& object);
// The signal that rose by `factor` or more; of several the one that began first.
struct Risen {
  PathSignal signal;
  Shift shift;
};
std::optional<Risen> first_risen(std::vector<PathSignal> signals, double factor);
// Percent or a share of 1, by what the series shows: as a share.
Known<double> share_now(const PathSignal& signal);
// "put latency of table l.t 20 ms -> 1.8 s".
std::string shift_text(const PathSignal& signal, const Shift& shift);
// At most two decimals, none where it is large.
std::string number_text(double value);
// With its unit, where the signal's name tells it.
std::string value_text(std::string_view name, double value);
inline std::string factor_text(double factor) { return number_text(factor) + 'x'; }
std::string percent_text(double share);

}  // namespace tidemark
