// SPDX-License-Identifier: GPL-3.0-or-later
// What a Hudi table's timeline tells, in the terms of all formats. A version is a completed instant that writes; what
// it followed is the one completed before it. Instants that were archived are not seen: what only they told is unknown.
// Pure function; any thread. Offsets are next offsets. Times are the writer's or the store's clock.
#pragma once

#include "collectors/tables/hudi/writer.h"

namespace tidemark::hudi {

// The part of a table's timeline that was read.
struct TimelineView {
  std::vector<Commit> commits;        // oldest first
  std::size_t older = 0;              // of them: from the archive
  std::vector<std::string> restored;  // instants that a restore took away, oldest first
  bool archived = false;              // older ones were moved to the archive
  std::string unread;                 // … and what of it was not read, and why; empty: nothing was looked for in it
  bool cut = false;                   // older ones are there and were not read
  std::size_t writes = 0;             // instants that write and are there
  bool cleans = false;                // there is an instant that removed files …
  std::optional<LakeTime> cleaned;    // … and the newest one was then, where that is known
};

TableReading read_table(const TableName& table, const TimelineView& view, const ReadRules& rules);

}  // namespace tidemark::hudi
