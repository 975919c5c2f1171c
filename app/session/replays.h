// SPDX-License-Identifier: GPL-3.0-or-later
// Replays that were declared: in the logbook beside a timeline, and those that a story tells of, which a timeline keeps
// among its states; and how they are declared and finished.
// Any thread; files are opened and closed by each call. Errors: those of the logbook, `usage` for what cannot be said.
#pragma once

#include <string>
#include <vector>

#include "models/domain/replay.h"
#include "models/domain/snapshot.h"
#include "models/logbook/entry.h"

namespace tidemark {

// Those declared for `at` or before; of a logbook none where the timeline has no name.
Result<std::vector<DeclaredReplay>> declared_replays(const std::string& timeline, const Snapshot& marks, LocalTime at);

// Adds a declaration to the timeline's logbook; what is said is made fit to be stored.
Result<LogEntry> declare_replay(const std::string& timeline, DeclaredReplay& said);
// Ends the one of this name that is not finished: `usage` where there is none.
Result<LogEntry> finish_replay(const std::string& timeline, DeclaredReplay& said);

}  // namespace tidemark
