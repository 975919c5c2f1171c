// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logbook/said.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <map>
#include <set>

#include "models/logbook/body.h"

namespace tidemark {
namespace json = boost::json;
using namespace body;

std::string body_of(const Note& note) {
  json::object body{{"at", rfc3339(note.at)}, {"text", note.text}};
  if (note.object) body["object"] = note.object->value();
  return json::serialize(body);
}

std::string body_of(const Snooze& snooze) {
  return json::serialize(
      json::object{{"finding", snooze.finding}, {"until", rfc3339(snooze.until)}, {"reason", snooze.reason}});
}

std::string body_of_hidden(const std::string& uuid) { return json::serialize(json::object{{"note", uuid}}); }

namespace {
Result<std::set<std::string>> hidden_in(const std::vector<LogEntry>& entries) {
  std::set<std::string> out;
  for (const LogEntry& entry : entries) {
    if (entry.kind != "hide") continue;
    json::value value;
    const json::object* body = read(entry, value);
    auto note = body ? text_in(*body, "note") : std::nullopt;
    if (!note) return not_a(entry);
    out.insert(std::move(*note));
  }
  return out;
}
}  // namespace

Result<std::vector<Note>> notes_in(const std::vector<LogEntry>& entries) {
  std::vector<Note> out;
  TM_TRY(const std::set<std::string> hidden, hidden_in(entries));
  for (const LogEntry& entry : entries) {
    if (entry.kind != "note" || hidden.contains(entry.uuid)) continue;
    json::value value;
    const json::object* body = read(entry, value);
    const auto at = body ? time_in(*body, "at") : std::nullopt;
    auto text = body ? text_in(*body, "text") : std::nullopt;
    if (!at || !text) return not_a(entry);
    Note& note = out.emplace_back(Note{*at, std::nullopt, std::move(*text), entry.author, entry.uuid});
    if (auto object = text_in(*body, "object")) note.object = Object(std::move(*object));
  }
  std::ranges::stable_sort(out, {}, &Note::at);
  return out;
}

std::string body_of(const ToldEvent& event) {
  json::object body{{"at", rfc3339(event.at)},
                    {"layer", event.layer},
                    {"kind", event.kind},
                    {"text", event.text},
                    {"severity", event.severity}};
  if (event.object) body["object"] = event.object->value();
  if (!event.key.empty()) body["key"] = event.key;
  return json::serialize(body);
}

Result<std::vector<ToldEvent>> events_in(const std::vector<LogEntry>& entries) {
  std::vector<ToldEvent> out;
  std::set<std::string> known;
  for (const LogEntry& entry : entries) {
    if (entry.kind != "event") continue;
    json::value value;
    const json::object* body = read(entry, value);
    const auto at = body ? time_in(*body, "at") : std::nullopt;
    auto layer = body ? text_in(*body, "layer") : std::nullopt;
    auto kind = body ? text_in(*body, "kind") : std::nullopt;
    auto severity = body ? text_in(*body, "severity") : std::nullopt;
    if (!at || !layer || !kind || !severity) return not_a(entry);
    std::string key = text_in(*body, "key").value_or("");
    if (!key.empty() && !known.insert(key).second) continue;  // two logbooks were merged
    ToldEvent& event = out.emplace_back(ToldEvent{*at, std::move(*layer), std::move(*kind), std::nullopt,
                                                  text_in(*body, "text").value_or(""), std::move(*severity),
                                                  std::move(key), entry.author});
    if (auto object = text_in(*body, "object")) event.object = Object(std::move(*object));
  }
  std::ranges::stable_sort(out, {}, &ToldEvent::at);
  return out;
}

Result<std::vector<Snooze>> snoozes_at(const std::vector<LogEntry>& entries, LocalTime at) {
  std::map<std::string, Snooze> newest;
  for (const LogEntry& entry : entries) {
    if (entry.kind != "snooze" || entry.at > at) continue;
    json::value value;
    const json::object* body = read(entry, value);
    auto finding = body ? text_in(*body, "finding") : std::nullopt;
    const auto until = body ? time_in(*body, "until") : std::nullopt;
    if (!finding || !until) return not_a(entry);
    newest[*finding] = {*finding, *until, text_in(*body, "reason").value_or(""), entry.author, entry.at};
  }
  std::vector<Snooze> out;
  for (auto& [finding, snooze] : newest)
    if (snooze.until > at) out.push_back(std::move(snooze));
  return out;
}

}  // namespace tidemark
