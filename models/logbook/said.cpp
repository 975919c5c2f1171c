// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logbook/said.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <map>

namespace tidemark {
namespace {
namespace json = boost::json;

std::unexpected<Error> not_a(const LogEntry& entry) {
  return fail(ErrorCode::damaged, "the row " + entry.uuid + " of the logbook is not a " + entry.kind, {},
              "use a copy of the file");
}

// The body's members; null where it is no JSON object.
const json::object* read(const LogEntry& entry, json::value& value) {
  boost::system::error_code error;
  json::parse_options options;
  options.max_depth = 8;
  value = json::parse(entry.body, error, {}, options);
  return error ? nullptr : value.if_object();
}

std::optional<std::string> text_in(const json::object& body, std::string_view key) {
  const auto* value = body.if_contains(key);
  const auto* text = value ? value->if_string() : nullptr;
  return text ? std::optional<std::string>(*text) : std::nullopt;
}

std::optional<LocalTime> time_in(const json::object& body, std::string_view key) {
  const auto text = text_in(body, key);
  return text ? parse_rfc3339(*text) : std::nullopt;
}
}  // namespace

std::string body_of(const Note& note) {
  json::object body{{"at", rfc3339(note.at)}, {"text", note.text}};
  if (note.object) body["object"] = note.object->value();
  return json::serialize(body);
}

std::string body_of(const Snooze& snooze) {
  return json::serialize(
      json::object{{"finding", snooze.finding}, {"until", rfc3339(snooze.until)}, {"reason", snooze.reason}});
}

Result<std::vector<Note>> notes_in(const std::vector<LogEntry>& entries) {
  std::vector<Note> out;
  for (const LogEntry& entry : entries) {
    if (entry.kind != "note") continue;
    json::value value;
    const json::object* body = read(entry, value);
    const auto at = body ? time_in(*body, "at") : std::nullopt;
    auto text = body ? text_in(*body, "text") : std::nullopt;
    if (!at || !text) return not_a(entry);
    Note& note = out.emplace_back(Note{*at, std::nullopt, std::move(*text), entry.author});
    if (auto object = text_in(*body, "object")) note.object = Object(std::move(*object));
  }
  std::ranges::stable_sort(out, {}, &Note::at);
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
