// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/bundle/cut.h"

#include <algorithm>
#include <functional>

#include "models/timeline/schema.h"

namespace tidemark {
namespace {
// As many as any view asks for.
constexpr std::int64_t commits_before = 50;

// What becomes of a text; of a row that is read, by column.
using Change = std::function<std::string(SQLite::Statement& row, int column, const std::string& text)>;
std::string as_it_is(SQLite::Statement& /*row*/, int /*column*/, const std::string& text) { return text; }

// Each row of `from` into a table that has the same columns.
void copy(SQLite::Statement& from, SQLite::Database& db, const std::string& table, const Change& change = as_it_is) {
  std::string places = "?";
  for (int i = 1; i < from.getColumnCount(); ++i) places += ",?";
  SQLite::Statement into(db, "INSERT INTO " + table + " VALUES(" + places + ")");
  while (from.executeStep()) {
    into.reset();
    for (int i = 0; i < from.getColumnCount(); ++i) {
      const SQLite::Column column = from.getColumn(i);
      if (column.isNull())
        into.bind(i + 1);
      else if (column.isInteger())
        into.bind(i + 1, column.getInt64());
      else
        into.bind(i + 1, change(from, i, text_of(column)));
    }
    into.exec();
  }
}
}  // namespace

std::vector<LaneCut> Cut::rows() {
  const std::vector<LaneCut> all = lanes();
  SQLite::Statement meta(from_, "SELECT key, value FROM meta WHERE key LIKE 'retention%'");
  copy(meta, into_, "meta");
  into_.exec("INSERT INTO meta VALUES('generation', 1), ('catalogue', 1)");
  for (const LaneCut& one : all) lane(one);
  states();
  events();
  if (schema_ >= schema_with_commits) commits();
  names();
  return all;
}

// Numbers of polls count up whatever the clock does; a clock that was set back makes the window no longer than it was.
// A poll of before counts as long as a reader takes it for the newest.
std::vector<LaneCut> Cut::lanes() {
  const std::string inside = "lane = l.id AND wall_ms BETWEEN ?1 AND ?2";
  const std::string before = "lane = l.id AND wall_ms < ?1 AND wall_ms >= ?1 - 3 * interval_ms";
  SQLite::Statement rows(from_, "SELECT id, (SELECT min(seq) FROM poll WHERE " + inside +
                                    ") AS first, (SELECT max(seq) FROM poll WHERE " + inside +
                                    "), (SELECT seq FROM poll WHERE " + before +
                                    " ORDER BY wall_ms DESC, seq DESC LIMIT 1) FROM lane l ORDER BY id");
  bound(rows, begin_, end_);
  std::vector<LaneCut> out;
  while (rows.executeStep()) {
    const auto first = number_or_null(rows.getColumn(1)), newest = number_or_null(rows.getColumn(3));
    if (!first && !newest) continue;
    const std::int64_t begin = !first ? *newest : newest ? std::min(*first, *newest) : *first;
    out.push_back({rows.getColumn(0).getInt64(), begin, first ? rows.getColumn(2).getInt64() : *newest});
  }
  return out;
}

void Cut::lane(const LaneCut& lane) {
  SQLite::Statement self(from_, "SELECT id, source, name, interval_ms FROM lane WHERE id = ?");
  copy(bound(self, lane.id), into_, "lane");
  SQLite::Statement polls(from_,
                          "SELECT lane, seq, wall_ms, mono_ms, boot, took_ms, flags, due, answered, requests, bytes, "
                          "cpu_us FROM poll WHERE "
                          "lane = ? AND seq BETWEEN ? AND ? ORDER BY seq");
  copy(bound(polls, lane.id, lane.first, lane.last), into_, "poll");
  SQLite::Statement series(from_,
                           "SELECT id, lane, signal, object, unit, scale10, born, CASE WHEN died <= ?3 THEN died END "
                           "FROM series WHERE lane = ?1 AND born <= ?3 AND (died IS NULL OR died >= ?2) ORDER BY id");
  constexpr int object_of_series = 3;
  copy(bound(series, lane.id, lane.first, lane.last), into_, "series",
       [&](SQLite::Statement&, int column, const std::string& text) {
         return column == object_of_series ? redactor_.object(text) : text;
       });
  SQLite::Statement gaps(from_,
                         "SELECT id, lane, max(from_ms, ?2), min(to_ms, ?3 + 1), reason, detail FROM gap WHERE lane = "
                         "?1 AND to_ms > ?2 AND from_ms <= ?3 ORDER BY id");
  copy(bound(gaps, lane.id, begin_, end_), into_, "gap",
       [&](SQLite::Statement&, int, const std::string& text) { return redactor_.sentence(text); });
  SQLite::Statement errors(
      from_,
      "SELECT id, lane, max(first, ?2), CASE WHEN last < ?3 THEN last END, scope, reason, text, denied FROM poll_error "
      "WHERE lane = ?1 AND first <= ?3 AND (last IS NULL OR last >= ?2) ORDER BY id");
  constexpr int scope = 4;
  copy(bound(errors, lane.id, lane.first, lane.last), into_, "poll_error",
       [&](SQLite::Statement&, int column, const std::string& text) {
         return column == scope ? redactor_.object(text) : redactor_.sentence(text);
       });
}

// Those that held at some time in the window; how they ended afterwards is not told.
void Cut::states() {
  SQLite::Statement rows(
      from_,
      "SELECT id, source, object, aspect, from_lo, from_hi, CASE WHEN \"to\" <= ?2 THEN \"to\" END, "
      "value, detail FROM state WHERE from_hi <= ?2 AND (\"to\" IS NULL OR \"to\" > ?1) ORDER BY id");
  constexpr int object = 2, aspect = 3, value = 7;
  copy(bound(rows, begin_, end_), into_, "state", [&](SQLite::Statement& row, int column, const std::string& text) {
    if (column == object) return redactor_.object(text);
    if (column == aspect) return text;
    return column == value ? redactor_.value(text_of(row.getColumn(aspect)), text) : redactor_.sentence(text);
  });
}

void Cut::events() {
  SQLite::Statement rows(from_,
                         "SELECT id, source, lo, hi, layer, kind, object, text, severity FROM event WHERE hi BETWEEN ? "
                         "AND ? ORDER BY id");
  constexpr int object = 6, said = 7;
  copy(bound(rows, begin_, end_), into_, "event", [&](SQLite::Statement&, int column, const std::string& text) {
    if (column == object) return redactor_.object(text);
    return column == said ? redactor_.sentence(text) : text;
  });
}

void Cut::commits() {
  const std::string chosen =
      "FROM (SELECT *, row_number() OVER (PARTITION BY source, \"table\" ORDER BY seen_hi DESC, id DESC) - 1 - "
      "count(*) FILTER (WHERE seen_hi >= ?1) OVER (PARTITION BY source, \"table\") AS before FROM snapshot WHERE "
      "seen_hi <= ?2) WHERE seen_hi >= ?1 OR before < ?3";
  SQLite::Statement rows(from_,
                         "SELECT id, source, \"table\", snapshot_id, parent_id, committed_ms, seen_lo, seen_hi, "
                         "operation, commit_id, added_records, valid_through_ms, partial, evidence " +
                             chosen + " ORDER BY id");
  copy(bound(rows, begin_, end_, commits_before), into_, "snapshot");
  SQLite::Statement ranges(from_,
                           "SELECT snapshot, topic, partition, \"from\", \"to\" FROM commit_range WHERE snapshot IN "
                           "(SELECT id " +
                               chosen + ") ORDER BY 1, 2, 3, 4, 5");
  copy(bound(ranges, begin_, end_, commits_before), into_, "commit_range");
}

// Sources and boots that something refers to.
void Cut::names() {
  SQLite::Statement used(into_,
                         "SELECT source FROM lane UNION SELECT source FROM state UNION SELECT source FROM snapshot "
                         "UNION SELECT source FROM event WHERE source IS NOT NULL ORDER BY 1");
  SQLite::Statement source(from_, "SELECT id, kind, name, cluster FROM source WHERE id = ?");
  while (used.executeStep())
    copy(bound(source, used.getColumn(0).getInt64()), into_, "source",
         [&](SQLite::Statement&, int column, const std::string& text) {
           return column == 1 ? text : redactor_.name(text);
         });
  SQLite::Statement boots(into_, "SELECT DISTINCT boot FROM poll ORDER BY 1");
  SQLite::Statement boot(from_, "SELECT id, name FROM boot WHERE id = ?");
  while (boots.executeStep())
    copy(bound(boot, boots.getColumn(0).getInt64()), into_, "boot",
         [&](SQLite::Statement&, int, const std::string& text) { return redactor_.boot(text); });
}

}  // namespace tidemark
