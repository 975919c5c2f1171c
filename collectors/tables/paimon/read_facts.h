// SPDX-License-Identifier: GPL-3.0-or-later
// What a Paimon table is made of, as far as its snapshots and schemas tell. Pure function; any thread.
#pragma once

#include "collectors/tables/facts.h"
#include "collectors/tables/paimon/read_table.h"

namespace tidemark::paimon {

TableFacts read_facts(const SnapshotView& view);

}  // namespace tidemark::paimon
