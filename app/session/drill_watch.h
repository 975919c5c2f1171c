// SPDX-License-Identifier: GPL-3.0-or-later
// Watches a drill over a timeline: what it is judged by is read, findings are asked for again and again over its time,
// and the first look at which one was there is brought to within the polls. Any thread; may read for some seconds.
// Errors: those of the reader and of the logbook.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/drill/document.h"
#include "models/domain/result.h"
#include "models/logbook/entry.h"

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

// Over the scope of the drill, whatever is watched: what it says at `at`; of one that is over as its verdict keeps it,
// of an aborted one as it was then.
Result<DrillShown> shown_drill(DrillWatching watching, const DrillRun& run, LocalTime at);

enum class StartHow : std::uint8_t { look, where_steady, anyway };
struct BegunDrill {
  std::vector<DrillCheck> before;
  bool steady = false;
  std::optional<LogEntry> entry;  // none: it was not started
};
// At `run.at`, over what is watched. A drill that is started although not all is well is partial at most.
Result<BegunDrill> begin_drill(const DrillWatching& watching, DrillRun run, StartHow how, const std::string& author);

}  // namespace tidemark
