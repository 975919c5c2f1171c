// SPDX-License-Identifier: GPL-3.0-or-later
// What a verb answers that wrote a row of the logbook. Any thread.
#pragma once

#include "models/analysis/document.h"
#include "models/logbook/entry.h"

namespace tidemark::cli {

// Of one row: uuid, written_at and author before what was said, hash after it.
Document written(const char* verb, const LogEntry& entry, CellRecord said);

}  // namespace tidemark::cli
