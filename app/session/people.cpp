// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/people.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "collectors/core/plain_text.h"
#include "models/domain/clock.h"
#include "models/logbook/logbook.h"
#include "models/logbook/said.h"
#include "models/timeline/bundle/bundle.h"

namespace tidemark {
namespace {
constexpr std::size_t longest_text = 16'000;
}

Result<std::vector<LogEntry>> entries_of(const std::string& timeline) {
  std::error_code error;
  if (timeline.empty()) return std::vector<LogEntry>();
  TM_TRY(auto entries, read_logbook(logbook_path(timeline)));
  if (!std::filesystem::is_regular_file(timeline, error)) return entries;
  TM_TRY(const auto brought, bundle_entries(timeline));
  if (brought.empty()) return entries;
  // Beside its own timeline a bundle finds the rows that it was made of.
  for (const LogEntry& entry : brought)
    if (std::ranges::find(entries, entry.uuid, &LogEntry::uuid) == entries.end()) entries.push_back(entry);
  std::ranges::sort(
      entries, [](const LogEntry& a, const LogEntry& b) { return std::tie(a.at, a.uuid) < std::tie(b.at, b.uuid); });
  return entries;
}

Result<std::vector<Note>> shown_notes(const std::string& timeline) {
  TM_TRY(const auto entries, entries_of(timeline));
  return notes_in(entries);
}

Result<std::vector<Event>> noted_events(const std::string& timeline) {
  std::vector<Event> out;
  TM_TRY(const auto entries, entries_of(timeline));
  TM_TRY(const auto notes, notes_in(entries));
  for (const Note& note : notes) {
    Event& event =
        out.emplace_back(Event{note.at, note.at, "user", "note", note.object.value_or(Object("")), note.text, "note"});
    if (!note.author.empty()) event.text += " (" + note.author + ')';
  }
  TM_TRY(const auto told, events_in(entries));
  for (const ToldEvent& event : told)
    out.push_back(
        {event.at, event.at, event.layer, event.kind, event.object.value_or(Object("")), event.text, event.severity});
  std::ranges::stable_sort(out, {}, &Event::hi);
  return out;
}

Result<std::vector<Snoozed>> snoozed_findings(const std::string& timeline, LocalTime at) {
  std::vector<Snoozed> out;
  TM_TRY(const auto entries, entries_of(timeline));
  TM_TRY(const auto snoozes, snoozes_at(entries, at));
  for (const Snooze& snooze : snoozes) out.push_back({snooze.finding, snooze.until, snooze.author, snooze.reason});
  return out;
}

Result<std::string> logbook_of(const std::string& timeline) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(timeline, error))
    return fail(ErrorCode::no_data, "there is no such timeline", timeline,
                "name one with --timeline, or collect one first");
  return logbook_path(timeline);
}

std::string author_of(const std::string& name) {
  if (!name.empty()) return plain_line(name, 200);
  const passwd* user = ::getpwuid(::geteuid());
  return user && user->pw_name ? user->pw_name : "";
}

Result<LogEntry> write_note(const std::string& timeline, Note& said) {
  said.text = plain_text(said.text, longest_text);
  said.author = author_of(said.author);
  if (said.text.empty()) return fail(ErrorCode::usage, "the note says nothing", {}, "write note add TEXT");
  TM_TRY(const std::string path, logbook_of(timeline));
  return append_to_logbook(path, {SystemClock().now(), said.author, "note", body_of(said)});
}

Result<LogEntry> hide_note(const std::string& timeline, const std::string& uuid, const std::string& author) {
  TM_TRY(const std::string path, logbook_of(timeline));
  const NewEntry entry{SystemClock().now(), author_of(author), "hide", body_of_hidden(uuid)};
  TM_TRY(const std::vector<LogEntry> brought, bundle_entries(timeline));
  TM_TRY(const std::vector<LogEntry> added,
         extend_logbook(path, [&](std::vector<LogEntry> entries) -> Result<std::vector<NewEntry>> {
           entries.insert(entries.end(), brought.begin(), brought.end());
           TM_TRY(const std::vector<Note> notes, notes_in(entries));
           if (std::ranges::find(notes, uuid, &Note::uuid) == notes.end())
             return fail(ErrorCode::no_data, "no note that is shown has this id", uuid, "see tidemark note list");
           return std::vector{entry};
         }));
  return added.front();
}

Result<LogEntry> write_snooze(const std::string& timeline, Snoozed& said) {
  said = {plain_line(said.finding), said.until, author_of(said.author), plain_text(said.reason, longest_text)};
  if (said.finding.empty()) return fail(ErrorCode::usage, "no finding is named", {}, "see tidemark diagnose");
  TM_TRY(const std::string path, logbook_of(timeline));
  const LocalTime now = SystemClock().now();
  return append_to_logbook(
      path, {now, said.author, "snooze", body_of(Snooze{said.finding, said.until, said.reason, said.author, now})});
}

}  // namespace tidemark
