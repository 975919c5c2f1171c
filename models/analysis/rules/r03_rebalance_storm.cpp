// SPDX-License-Identifier: GPL-3.0-or-later
// R03: the group rebalances again and again, and does little else.
#include <algorithm>

#include "models/analysis/rules/backlog.h"
#include "models/analysis/rules/signals.h"

namespace tidemark {
namespace {
constexpr int fewest = 3;

// The polls of w at which the group was not Stable, or had other members than at the poll before.
struct Unrest {
  int polls = 0;
  int not_stable = 0;
  int changes = 0;
  int both = 0;  // polls that were one or the other
  std::optional<LocalTime> since;
};

Unrest unrest_of(const PathCase& of) {
  Unrest out;
  const auto lane =
      std::ranges::max_element(of.partitions, {}, [](const PartitionCase& p) { return p.window().size(); });
  if (lane == of.partitions.end()) return out;
  const Snapshot& snapshot = of.file->snapshot;
  const Object group = object::group(of.group);
  const std::string* before = nullptr;
  for (const MarkPoll& poll : lane->window()) {
    const StateSpan* state = snapshot.state_at(of.cluster, group, aspect::state, poll.at);
    const StateSpan* members = snapshot.state_at(of.cluster, group, aspect::members, poll.at);
    const bool left = state && *state->value != "Stable" && *state->value != "Empty" && *state->value != "Dead";
    const bool changed = members && before && *members->value != *before;
    if (members) before = &*members->value;
    ++out.polls;
    out.not_stable += left ? 1 : 0;
    out.changes += changed ? 1 : 0;
    out.both += left || changed ? 1 : 0;
    if ((left || changed) && !out.since) out.since = poll.at;
  }
  return out;
}
}  // namespace

std::vector<Found> rebalance_storm(const PathCase& of) {
  if (!of.members || !of.members->state || *of.members->state == "Empty" || *of.members->state == "Dead") return {};
  const Unrest unrest = unrest_of(of);
  if (unrest.both < fewest) return {};
  const bool seen = unrest.not_stable >= fewest;
  Found found{.finding = {.severity = Severity::warn,
                          .confidence = seen ? Confidence::high : Confidence::medium,
                          .object = object::group(of.group)}};
  found.since = *unrest.since;
  found.variant = seen ? "" : "members";
  const double share = static_cast<double>(unrest.not_stable) / unrest.polls;
  found.finding.params = {
      {"share", percent_text(share)}, {"changes", std::int64_t{unrest.changes}}, {"polls", std::int64_t{unrest.polls}}};
  if (unrest.not_stable > 0)
    found.present.push_back("not Stable in " + std::to_string(unrest.not_stable) + " of " +
                            std::to_string(unrest.polls) + " polls");
  if (unrest.changes > 0) found.present.push_back("other members " + std::to_string(unrest.changes) + " times");
  if (!seen) found.missing = {"states between Stable and Stable"};
  if (!broker_impaired(of).empty()) {
    found.contradicting = {"brokers are not normal"};
    found.finding.confidence = Confidence::medium;
  }
  found.measured = {{"not_stable", std::int64_t{unrest.not_stable}},
                    {"member_changes", std::int64_t{unrest.changes}},
                    {"advanced", advanced(of)},
                    {"unread", of.unread()}};
  return {found};
}

}  // namespace tidemark
