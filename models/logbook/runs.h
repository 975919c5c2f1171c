// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that were registered in a logbook, rows of the kind `lineage-run`. Rows of one run id are one run: each adds to
// what those before it said, so that a start and an end may come apart and a mistake can be put right unforgotten.
// Pure functions; any thread. Errors: `damaged` for a body that is not what its kind says.
#pragma once

#include "models/domain/lineage.h"
#include "models/logbook/entry.h"

namespace tidemark {

inline constexpr const char* lineage_run_kind = "lineage-run";

std::string body_of(const LineageRun& run);
// By the time they were first written.
Result<std::vector<LineageRun>> runs_in(const std::vector<LogEntry>& entries);

}  // namespace tidemark
