// SPDX-License-Identifier: GPL-3.0-or-later
// R18: a quota holds the group up while records wait for it.
#include <algorithm>
#include <array>

#include "models/analysis/rules/backlog.h"
#include "models/analysis/rules/signals.h"

namespace tidemark {

std::vector<Found> throttled(const PathCase& of) {
  static constexpr auto names = std::to_array<std::string_view>({"throttle_ms"});
  static constexpr auto clients = std::to_array<std::string_view>({"group", "member", "connector", "task"});
  if (!of.backlog.lags()) return {};
  std::vector<PathSignal> signals = signals_of(of, names, clients);
  std::erase_if(signals, [](const PathSignal& signal) { return signal.now.value_or(0) <= 0; });
  if (signals.empty()) return {};
  const PathSignal& worst = *std::ranges::max_element(signals, {}, [](const PathSignal& s) { return *s.now; });
  Found found{.finding = {.severity = Severity::warn, .object = worst.object}};
  if (const auto rose = risen(worst.regimes, 1)) found.since = rose->hi;
  found.finding.params = {{"throttle", Millis(static_cast<std::int64_t>(*worst.now))}, {"records", of.unread()}};
  found.present = {worst.text() + " > 0", "records wait"};
  found.measured = {{"throttle_ms", *worst.now}, {"unread", of.unread()}};
  return {found};
}

}  // namespace tidemark
