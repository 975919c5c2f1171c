// SPDX-License-Identifier: GPL-3.0-or-later
// DrillSight: all that a timeline says of a drill: one snapshot from the steady time before the start until now, the
// findings that came up in it, the replays that were seen, and what the scope is made of.
// Thread rule: none, pure functions; what a sight names must outlive it. Units: local ms.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "models/analysis/replay/replay.h"
#include "models/domain/drill.h"
#include "models/domain/profile.h"

namespace tidemark {

// It was not there at `lo`, and at `hi` it was.
struct DrillFinding {
  std::string id;
  std::string rule;
  Severity severity = Severity::note;
  std::string title;
  std::optional<LocalTime> lo;  // none: it was there when the drill began
  LocalTime hi;
  bool lasts = false;  // still there
};

struct DrillSight {
  const Snapshot& snapshot;
  LocalTime at;
  const Filter& filter;
  const Profile& profile;
  std::vector<DrillFinding> findings;
  std::set<std::string> cannot_run;  // rules
  std::vector<ReplayRow> replays;
  std::vector<DeclaredReplay> declared;

  DrillSight over(const Snapshot& other) const {
    return {other, at, filter, profile, findings, cannot_run, replays, declared};
  }
};

// What a drill that was started at `start` needs at `at`.
SnapshotRequest drill_request(const DrillTemplate& drill, LocalTime start, LocalTime at, const Filter& filter);

}  // namespace tidemark
