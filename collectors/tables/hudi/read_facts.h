// SPDX-License-Identifier: GPL-3.0-or-later
// What a Hudi table is made of, as far as its timeline tells: it names the files that each instant writes, and not
// those that are there. Pure function; any thread.
#pragma once

#include "collectors/tables/facts.h"
#include "collectors/tables/hudi/read_table.h"

namespace tidemark::hudi {

TableFacts read_facts(const TimelineView& view);

}  // namespace tidemark::hudi
