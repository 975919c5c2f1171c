// SPDX-License-Identifier: GPL-3.0-or-later
// What a Delta table is made of: the files that the log's actions leave in it, counted from its first version on; what
// the operations say of compaction and clean-up; schemas as the log sets them. Pure function; any thread. Source: Delta
// transaction log protocol; operationMetrics of delta-rs (num_retries). A file is there with its deletion vector or
// without; a change of the vector takes the file out and puts it in again.
#pragma once

#include "collectors/tables/delta/scheme.h"
#include "collectors/tables/facts.h"

namespace tidemark::delta {

TableFacts read_facts(const LogView& log);

}  // namespace tidemark::delta
