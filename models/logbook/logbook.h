// SPDX-License-Identifier: GPL-3.0-or-later
// Logbook: what people write, in a small SQLite file beside the timeline ("NAME.logbook", application id "TILG"): rows
// are added and never changed. The collector never opens it. Every call opens the file, verifies what is in it and
// closes it: several programs may write at once (they wait for each other up to 5 s), and a copy may be merged in.
// Thread rule: any thread. Times are local ms. Errors: `damaged` for a foreign, damaged or newer file or a broken chain
// of hashes (nothing is written then), `storage`, `usage` for a row that is too large.
#pragma once

#include <cstdint>
#include <functional>

#include "models/logbook/entry.h"

namespace tidemark {

// That of a timeline: "x/prod.tidemark" has "x/prod.logbook".
std::string logbook_path(const std::string& timeline);

// All rows, by time, verified. No file: no rows.
Result<std::vector<LogEntry>> read_logbook(const std::string& path);

struct NewEntry {
  LocalTime at;
  std::string author;
  std::string kind;
  std::string body;
};
// Adds a row behind the last ones, in a new file (mode 0600) where there is none.
Result<LogEntry> append_to_logbook(const std::string& path, const NewEntry& entry);

// Adds the rows that `choose` makes of those that are there, all of them or none: what was added.
Result<std::vector<LogEntry>> extend_logbook(
    const std::string& path, const std::function<Result<std::vector<NewEntry>>(const std::vector<LogEntry>&)>& choose);

// Takes the rows of another logbook that this one does not have: how many. Two different rows of one uuid are
// `damaged`.
Result<std::int64_t> merge_logbooks(const std::string& path, const std::string& other);

}  // namespace tidemark
