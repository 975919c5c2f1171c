// SPDX-License-Identifier: GPL-3.0-or-later
// Impact: how old the oldest unread record of a live group is while a replay runs, against the hour before it began.
// The age of a group at a minute is that of its worst partition; a minute in which one of them is not known is left
// out. Room-internal. Thread rule: none, pure functions. Units: ms.
#pragma once

#include <set>

#include "models/analysis/replay/found.h"

namespace tidemark {

enum class ImpactVerdict : std::uint8_t { none, slower };

struct LiveImpact {
  GroupId group;
  Known<Millis> baseline = Reason::no_history;  // median before
  Known<Millis> age = Reason::no_history;       // median of the last ten minutes of the replay
  Known<Millis> worst = Reason::no_history;     // since it began
  Known<double> ratio = Reason::no_history;     // age to baseline, neither taken smaller than an interval
  Known<ImpactVerdict> verdict = Reason::no_history;
};

inline constexpr Millis impact_baseline{3'600'000};

// The groups to protect: those that were named, else the others that read the topic.
std::set<GroupId> protected_groups(const Snapshot& snapshot, const FoundReplay& replay);
// `until`: now, or when the replay was through.
std::vector<LiveImpact> live_impact(const Snapshot& snapshot, const FoundReplay& replay, LocalTime until);

}  // namespace tidemark
