// SPDX-License-Identifier: GPL-3.0-or-later
// The drills of a timeline: what its logbook has of them, and how they are started, stamped, taken back, aborted and
// judged. What is said is made fit to be stored. A verdict writes the drill's record as evidence for scorecards with
// it. Any thread; files are opened and closed by each call; may wait 5 s for another writer. Errors: those of the
// logbook; `usage` for what may not be said; `no_data` where there is no such drill.
#pragma once

#include <string>
#include <vector>

#include "models/domain/drill.h"
#include "models/domain/result.h"
#include "models/logbook/entry.h"

namespace tidemark {

// By the time they were started.
Result<std::vector<DrillRun>> drills_of(const std::string& timeline);
// By its id, or the begin of it; empty: the newest that is not over, else the newest.
Result<DrillRun> drill_run(const std::vector<DrillRun>& drills, const std::string& id);

// A drill of one scope runs at a time.
Result<LogEntry> start_drill(const std::string& timeline, DrillRun run, const std::string& author);
// `stamp.by`: who did it; empty: who writes it.
Result<LogEntry> stamp_drill(const std::string& timeline, const std::string& id, DrillStamp stamp,
                             const std::string& author);
// Of a step, or of the newest stamp where none is named.
Result<LogEntry> undo_stamp(const std::string& timeline, const std::string& id, const std::string& step,
                            const std::string& note, const std::string& author);
Result<LogEntry> abort_drill(const std::string& timeline, const std::string& id, DrillAbort abort,
                             const std::string& author);
// The row of the verdict and, where the template names a slot, that of the evidence behind it.
Result<std::vector<LogEntry>> write_verdict(const std::string& timeline, const std::string& id, DrillVerdict verdict,
                                            const std::string& author);

}  // namespace tidemark
