// SPDX-License-Identifier: GPL-3.0-or-later
// Watches a drill over a timeline: what it is judged by is read, findings are asked for again and again over its time,
// and the first look at which one was there is brought to within the polls. Any thread; may read for some seconds.
// Errors: those of the reader and of the logbook.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/drill/drill.h"
#include "models/domain/result.h"

namespace tidemark {

struct DrillWatching {
  SnapshotSource& timeline;
  std::string file;  // the timeline's: declared replays stand beside it
  Filter filter;
  const Profile* told = nullptr;  // null: the profile that the timeline was collected under
};

// Before a start at `at`.
Result<std::vector<DrillCheck>> check_steady(const DrillWatching& watching, const DrillTemplate& drill,
                                             const DrillPeople& people, LocalTime at);
Result<DrillJudgement> watch_drill(const DrillWatching& watching, const DrillRun& run, LocalTime at);

}  // namespace tidemark
