// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of a logbook say: notes and snoozes, as values, and how they are written into a row's body. Rows of
// kinds that this version does not know are passed over.
// Pure functions; any thread. Errors: `damaged` for a body that is not what its kind says.
#pragma once

#include <optional>

#include "models/domain/names.h"
#include "models/logbook/entry.h"

namespace tidemark {

struct Note {
  LocalTime at;                  // what it speaks of, not when it was written
  std::optional<Object> object;  // none: the time as such
  std::string text;
  std::string author;
};
std::string body_of(const Note& note);
Result<std::vector<Note>> notes_in(const std::vector<LogEntry>& entries);  // by time

// A finding that nobody wants to hear of for a while.
struct Snooze {
  std::string finding;  // its id
  LocalTime until;
  std::string reason;
  std::string author;
  LocalTime at;
};
std::string body_of(const Snooze& snooze);
// Those in force at a time, by finding: the newest word on each holds, and one that has ended ends it.
Result<std::vector<Snooze>> snoozes_at(const std::vector<LogEntry>& entries, LocalTime at);

}  // namespace tidemark
