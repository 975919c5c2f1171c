// SPDX-License-Identifier: GPL-3.0-or-later
// Drills in a logbook: the row that starts one holds its template whole, and its uuid is the drill's id; stamps, what
// is taken back, an abort and the verdict are rows of their own. Nothing is changed afterwards: an undone stamp stays
// and is marked. The hash of a journal is that over the hashes of all rows of a drill, in the order in which they were
// written. Pure functions; any thread. Errors: `damaged` for a body that is not what its kind says.
#pragma once

#include "models/domain/drill.h"
#include "models/logbook/entry.h"

namespace tidemark {

inline constexpr const char* drill_start_kind = "drill-start";
inline constexpr const char* drill_stamp_kind = "drill-stamp";
inline constexpr const char* drill_undo_kind = "drill-undo";
inline constexpr const char* drill_abort_kind = "drill-abort";
inline constexpr const char* drill_verdict_kind = "drill-verdict";

std::string body_of(const DrillRun& started);
std::string body_of(const std::string& drill, const DrillStamp& stamp);
// `stamp`: the uuid of its row.
std::string body_of_undo(const std::string& drill, const std::string& stamp, const std::string& note);
std::string body_of(const std::string& drill, const DrillAbort& abort);
std::string body_of(const std::string& drill, const DrillVerdict& verdict);

// By the time that they were started. Rows of a drill whose start another logbook has are left out.
Result<std::vector<DrillRun>> drills_in(const std::vector<LogEntry>& entries);

}  // namespace tidemark
