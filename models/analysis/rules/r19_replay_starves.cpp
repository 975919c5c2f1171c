// SPDX-License-Identifier: GPL-3.0-or-later
// R19: a group reads slower, or its fetches take longer, since another began to read old records again.
#include <algorithm>
#include <array>

#include "models/analysis/rules/backlog.h"
#include "models/analysis/rules/signals.h"

namespace tidemark {

std::vector<Found> replay_starves(const PathCase& of) {
  static constexpr auto names = std::to_array<std::string_view>({"fetch_p99_ms"});
  constexpr double slower = 0.8, longer = 1.5, burst = 1.5;
  const Backlog& backlog = of.backlog;
  if (!backlog.lags() || backlog.evidence.state || backlog.evidence.burst.value_or(1) >= burst) return {};
  const auto own = [&](const ActiveReplay& replay) { return replay.cluster == of.cluster && replay.group == of.group; };
  if (std::ranges::any_of(of.file->replays, own) || !broker_impaired(of).empty()) return {};
  const auto drop = fallen(backlog.read, slower);
  const auto slow = first_risen(signals_of(of, names), longer);
  for (const ActiveReplay& replay : of.file->replays) {
    if (replay.cluster != of.cluster) continue;
    const bool dropped = drop && drop->hi >= replay.since;
    const bool slowed = slow && slow->shift.hi >= replay.since;
    const bool before = backlog.since && *backlog.since < replay.since;
    if ((!dropped && !slowed) || before || !backlog.since) continue;
    Found found{
        .finding = {.severity = Severity::warn, .confidence = Confidence::medium, .object = object::group(of.group)},
        .about = replay.group.value(),
        .since = dropped ? drop->hi : slow->shift.hi};
    const double factor = dropped && drop->now > 0 ? drop->before / drop->now : 0;
    found.variant = factor > 0 ? "" : dropped ? "stopped" : "fetch";
    found.finding.params = {{"replay", replay.group.value()},
                            {"began", replay.since},
                            {"factor", factor_text(factor)},
                            {"why", slowed ? shift_text(slow->signal, slow->shift) : std::string()}};
    found.present = {"a replay goes on", "produce as before", "brokers normal"};
    if (dropped) found.present.emplace_back("reads fell after it began");
    if (slowed) found.present.push_back(shift_text(slow->signal, slow->shift));
    if (!slow) found.missing = {"fetch latency"};
    found.measured = {{"read_rate", backlog.evidence.read}, {"unread", of.unread()}};
    return {found};
  }
  return {};
}

}  // namespace tidemark
