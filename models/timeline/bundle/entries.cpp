// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/bundle/entries.h"

#include <set>

#include "models/logbook/body.h"

namespace tidemark {
namespace {
constexpr std::size_t most_rows = 1'000'000;

// Is in force from when it was written; rows of a drill belong together.
bool lasts(const std::string& kind) {
  return kind == "snooze" || kind.starts_with("replay") || kind.starts_with("drill");
}

bool speaks_of(const LogEntry& entry, LocalTime from, LocalTime to) {
  boost::json::value value;
  const auto* body = body::read(entry, value);
  const auto time = [&](const char* key) { return body ? body::time_in(*body, key) : std::nullopt; };
  if (entry.kind == "snooze") return entry.at <= to && time("until").value_or(to) >= from;
  const LocalTime at = time("at").value_or(entry.at);
  return at <= to && (at >= from || lasts(entry.kind));
}

std::string hidden_by(const LogEntry& entry) {
  boost::json::value value;
  const auto* body = entry.kind == "hide" ? body::read(entry, value) : nullptr;
  return body ? body::text_in(*body, "note").value_or("") : std::string();
}
}  // namespace

std::vector<LogEntry> entries_of_window(const std::vector<LogEntry>& all, LocalTime from, LocalTime to) {
  std::set<std::string, std::less<>> taken;
  for (const LogEntry& entry : all)
    if (entry.kind != "hide" && speaks_of(entry, from, to)) taken.insert(entry.uuid);
  std::vector<LogEntry> out;
  for (const LogEntry& entry : all)
    if (taken.contains(entry.uuid) || taken.contains(hidden_by(entry))) out.push_back(entry);
  return out;
}

void write_entries(SQLite::Database& db, const std::vector<LogEntry>& entries, Redactor& redactor) {
  SQLite::Statement insert(db, "INSERT INTO entry VALUES(?,?,?,?,?,?,?,?)");
  for (const LogEntry& entry : entries) {
    const std::string body = redactor.json(entry.body);
    bound(insert, entry.uuid, ms(entry.at), entry.author, entry.kind, body, entry.prev_hash, hash_of(entry),
          int{body != entry.body})
        .exec();
  }
}

Result<std::vector<LogEntry>> read_entries(SQLite::Database& db) {
  std::vector<LogEntry> out;
  SQLite::Statement rows(
      db, "SELECT uuid, at, author, kind, body, prev_hash, hash, changed FROM entry ORDER BY at, uuid LIMIT ?");
  rows.bind(1, static_cast<std::int64_t>(most_rows));
  while (rows.executeStep()) {
    const auto text = [&](int column) { return text_of(rows.getColumn(column)); };
    LogEntry& entry = out.emplace_back(
        LogEntry{text(0), local_time(rows.getColumn(1).getInt64()), text(2), text(3), text(4), text(5)});
    if (rows.getColumn(7).getInt() == 0 && hash_of(entry) != text(6))
      return fail(ErrorCode::damaged, "the logbook's row " + entry.uuid + " in the bundle was changed");
  }
  return out;
}

}  // namespace tidemark
