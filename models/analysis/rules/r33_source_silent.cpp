// SPDX-License-Identifier: GPL-3.0-or-later
// R33: nothing is produced, for longer than the class expects or than the topic's own habit explains.
#include "models/analysis/rules/silence.h"

namespace tidemark {

std::vector<Found> source_silent(const PathCase& of) {
  const auto silence = silence_of(of);
  if (!silence || !silence->too_long()) return {};
  Found found{.finding = {.severity = Severity::warn, .object = object::topic(of.topic)}, .since = silence->since};
  const bool by_habit = silence->usual.has_value();
  found.variant = by_habit ? "habit" : "";
  if (!silence->since) found.variant = by_habit ? "habit-long" : "long";
  found.finding.params = {{"limit", *silence->limit}, {"silent", silence->at_least}};
  if (silence->since) found.finding.params.emplace("since", *silence->since);
  if (by_habit) found.finding.params.emplace("usual", *silence->usual);
  found.present = {"produce rate 0", by_habit ? "longer than 10 times its p99 gap" : "longer than its class expects"};
  found.measured = {{"silent_ms", silence->at_least}, {"limit_ms", *silence->limit}};
  return {found};
}

}  // namespace tidemark
