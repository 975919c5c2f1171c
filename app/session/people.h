// SPDX-License-Identifier: GPL-3.0-or-later
// What people wrote beside a timeline, as analysis takes it, and how they write it. A bundle brings rows of its own
// along; what is said of it stands beside it, in a logbook like that of any timeline.
// Any thread; files are opened and closed by each call. Errors: those of the logbook.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/diagnosis.h"
#include "models/domain/sample.h"
#include "models/logbook/entry.h"
#include "models/logbook/said.h"

namespace tidemark {

// All rows that a timeline has, of its logbook and, of a bundle, of its own; none where there is no file, or no name of
// one.
Result<std::vector<LogEntry>> entries_of(const std::string& timeline);
// The notes that are shown, by time.
Result<std::vector<Note>> shown_notes(const std::string& timeline);
// Notes as events of the layer `user`, and the events that were told from outside, by time.
Result<std::vector<Event>> noted_events(const std::string& timeline);
// Findings that somebody snoozed, in force at a time.
Result<std::vector<Snoozed>> snoozed_findings(const std::string& timeline, LocalTime at);

// The logbook of a timeline that is there: without one nobody would ever see what is written.
Result<std::string> logbook_of(const std::string& timeline);
// The name that is given, made fit to be stored; else the user's.
std::string author_of(const std::string& name);
// Adds a note to the timeline's logbook; as write_snooze().
Result<LogEntry> write_note(const std::string& timeline, Note& said);
// Hides a note by the uuid of its row: `no_data` where none is shown that has it. As write_snooze().
Result<LogEntry> hide_note(const std::string& timeline, const std::string& uuid, const std::string& author);
// Adds a snooze to the timeline's logbook; one until a time that is over ends an earlier one. What is said is made fit
// to be stored. May wait 5 s for another writer.
Result<LogEntry> write_snooze(const std::string& timeline, Snoozed& said);

}  // namespace tidemark
