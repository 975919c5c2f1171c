// SPDX-License-Identifier: GPL-3.0-or-later
// Runs from elsewhere and to elsewhere: `lineage import`, `lineage export`. Main thread only.
#pragma once

#include "app/cli/cli.h"
#include "app/cli/verbs/lineage_said.h"
#include "models/logbook/entry.h"

namespace tidemark::cli {

// One row of each row of the logbook that was written.
Result<Document> runs_written(const char* verb, const std::vector<LogEntry>& rows, LocalTime now);
Result<int> take_runs(Streams& streams, const LineageWanted& wanted);
Result<int> give_runs(Streams& streams, const LineageWanted& wanted);

}  // namespace tidemark::cli
