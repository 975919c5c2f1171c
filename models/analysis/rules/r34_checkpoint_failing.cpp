// SPDX-License-Identifier: GPL-3.0-or-later
// R34: a stream processor's checkpoints fail, or take longer than the time from one to the next: offsets and commits
// wait for them. Signals: checkpoint_failure_rate, checkpoint_duration_ms with checkpoint_interval_ms, backpressure.
#include <algorithm>
#include <array>

#include "models/analysis/rules/signals.h"

namespace tidemark {
namespace {
struct Failing {
  PathSignal signal;
  std::string what;
  std::optional<LocalTime> hi;  // since when
};

std::optional<Failing> fails(const PathCase& of) {
  static constexpr auto names = std::to_array<std::string_view>({"checkpoint_failure_rate"});
  for (PathSignal& signal : signals_of(of, names)) {
    if (signal.now.value_or(0) <= 0) continue;
    const auto rose = risen(signal.regimes, 1);
    return Failing{std::move(signal), "checkpoints fail", rose ? std::optional(rose->hi) : std::nullopt};
  }
  return std::nullopt;
}

std::optional<Failing> takes_too_long(const PathCase& of) {
  static constexpr auto durations = std::to_array<std::string_view>({"checkpoint_duration_ms"});
  static constexpr auto intervals = std::to_array<std::string_view>({"checkpoint_interval_ms"});
  const std::vector<PathSignal> limits = signals_of(of, intervals);
  for (PathSignal& signal : signals_of(of, durations)) {
    const auto limit = std::ranges::find(limits, signal.object, &PathSignal::object);
    if (limit == limits.end() || !limit->now || !signal.now || *signal.now <= *limit->now) continue;
    const auto rose = risen(signal.regimes, 1);
    return Failing{std::move(signal), "checkpoints take longer than their interval",
                   rose ? std::optional(rose->hi) : std::nullopt};
  }
  return std::nullopt;
}
}  // namespace

std::vector<Found> checkpoint_failing(const PathCase& of) {
  static constexpr auto names = std::to_array<std::string_view>({"backpressure"});
  constexpr double more = 1.5;
  auto failing = fails(of);
  if (!failing) failing = takes_too_long(of);
  if (!failing) return {};
  Found found{
      .finding = {.severity = Severity::warn, .confidence = Confidence::medium, .object = failing->signal.object},
      .about = failing->signal.object.value()};
  if (failing->hi) found.since = *failing->hi;
  found.variant = failing->hi ? "" : "long";
  found.finding.params = {{"name", std::string(object::name(failing->signal.object))}, {"what", failing->what}};
  if (failing->hi) found.finding.params.emplace("since", *failing->hi);
  found.present = {failing->what};
  const std::vector<PathSignal> pressures = signals_of(of, names);
  const auto pressure = first_risen(pressures, more);
  const bool first = pressure && failing->hi && pressure->shift.lo < *failing->hi;
  if (pressures.empty())
    found.missing = {"backpressure"};
  else
    (first ? found.present : found.contradicting).emplace_back(first ? "backpressure first" : "no backpressure before");
  if (first && failing->signal.own) found.finding.confidence = Confidence::high;
  if (!failing->signal.own) found.missing.emplace_back("whose " + failing->signal.object.value() + " is");
  found.measured = {{failing->signal.name, failing->signal.now}, {"unread", of.unread()}};
  return {found};
}

}  // namespace tidemark
