// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of a logbook say: notes, events and snoozes, as values, and how they are written into a row's body.
// Rows of kinds that this version does not know are passed over. Pure functions; any thread. Errors: `damaged` for a
// body that is not what its kind says.
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
  std::string uuid = {};  // of its row
};
std::string body_of(const Note& note);
// By time, without those that somebody hid.
Result<std::vector<Note>> notes_in(const std::vector<LogEntry>& entries);

// A note that is not to be shown any more, by the uuid of its row: what was written stays.
std::string body_of_hidden(const std::string& uuid);

// What happened, told from outside: a deployment, a quality gate that failed, an alert.
struct ToldEvent {
  LocalTime at;
  std::string layer;  // one of the documents' layers
  std::string kind;   // "deployment", "rollback", "quality-gate", "alert" …
  std::optional<Object> object;
  std::string text;
  std::string severity = "note";  // note | warn | error
  std::string key;                // whose it is where it comes from; the same key twice is one event; empty: none
  std::string author = {};
};
std::string body_of(const ToldEvent& event);
Result<std::vector<ToldEvent>> events_in(const std::vector<LogEntry>& entries);  // by time

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
