// SPDX-License-Identifier: GPL-3.0-or-later
// The commits of one table as the control topic itself tells of them: COMMIT_TO_TABLE says when which snapshot was
// made, the DATA_COMPLETE before it how far the workers had come. Where a catalog shows its newest snapshot only, this
// is all that is left of the commits before. What is committed holds what was announced before it, as far as the sink
// does what it should: a table that fell short shows at the last commit, against the marks of ControlLog. Pure
// functions; any thread. Times are the workers' clocks; offsets are next offsets.
#pragma once

#include <vector>

#include "collectors/tables/control/control_log.h"

namespace tidemark {

// Of one connector group, oldest first. `records`: in the order of each control partition; of other groups too.
std::vector<TableCommit> control_commits(std::vector<ControlRecord> records, const std::string& group,
                                         const TableName& table);

}  // namespace tidemark
