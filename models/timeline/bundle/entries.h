// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a logbook in a bundle: which of them speak of its window, and the table that keeps them with the hash
// that each had in its logbook. A row in which nothing was replaced still has it.
// Thread rule: the connection's thread. SQLite's exceptions pass; errors: `damaged`.
#pragma once

#include <vector>

#include "models/timeline/bundle/redactor.h"

namespace tidemark {

// Notes and events by the time that they speak of, with what hides them; of replays and snoozes those that were in
// force; the rest by when it was written.
std::vector<LogEntry> entries_of_window(const std::vector<LogEntry>& all, LocalTime from, LocalTime to);

void write_entries(SQLite::Database& db, const std::vector<LogEntry>& entries, Redactor& redactor);
// By time, then uuid.
Result<std::vector<LogEntry>> read_entries(SQLite::Database& db);

}  // namespace tidemark
