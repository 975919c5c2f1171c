// SPDX-License-Identifier: GPL-3.0-or-later
// What a Delta table's log tells, in the terms of all formats. A version is a commit; the line of versions goes back
// one by one, from a RESTORE to the version that it went back to, and ends where the table was made anew. Pure
// function; any thread. Offsets are next offsets. Times are the writer's clock.
#pragma once

#include "collectors/tables/delta/scheme.h"

namespace tidemark::delta {

TableReading read_table(const TableName& table, const LogView& log, const SparkCheckpoint* checkpoint,
                        const ReadRules& rules);

}  // namespace tidemark::delta
