// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/people.h"

#include "models/logbook/logbook.h"

namespace tidemark {

Result<std::vector<Event>> noted_events(const std::string& logbook) {
  std::vector<Event> out;
  if (logbook.empty()) return out;
  TM_TRY(const auto entries, read_logbook(logbook));
  TM_TRY(const auto notes, notes_in(entries));
  for (const Note& note : notes) {
    Event& event =
        out.emplace_back(Event{note.at, note.at, "user", "note", note.object.value_or(Object("")), note.text, "note"});
    if (!note.author.empty()) event.text += " (" + note.author + ')';
  }
  return out;
}

Result<std::vector<Snooze>> snoozed_findings(const std::string& logbook, LocalTime at) {
  if (logbook.empty()) return std::vector<Snooze>();
  TM_TRY(const auto entries, read_logbook(logbook));
  return snoozes_at(entries, at);
}

}  // namespace tidemark
