// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/foreign.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <string_view>
#include <vector>

#include "models/timeline/bundle_tables.h"
#include "models/timeline/schema.h"

namespace tidemark {
namespace {
struct Bounds {
  std::string_view table, column;
  std::int64_t least, most;
};
constexpr std::int64_t most_ids = std::int64_t{1} << 53, most_seq = std::int64_t{1} << 40;
constexpr std::int64_t farthest = std::int64_t{1} << 50;  // ms: no clock shows that
constexpr std::array bounds = std::to_array<Bounds>({{"source", "id", 0, most_ids},
                                                     {"lane", "id", 0, most_ids},
                                                     {"lane", "source", 0, most_ids},
                                                     {"lane", "interval_ms", 0, most_seq},
                                                     {"poll", "lane", 0, most_ids},
                                                     {"poll", "seq", 0, most_seq},
                                                     {"poll", "wall_ms", -farthest, farthest},
                                                     {"poll", "mono_ms", -farthest, farthest},
                                                     {"poll", "took_ms", -farthest, farthest},
                                                     {"poll", "due", 0, most_seq},
                                                     {"poll", "answered", 0, most_seq},
                                                     {"poll", "requests", 0, farthest},
                                                     {"poll", "bytes", 0, farthest},
                                                     {"poll", "cpu_us", 0, farthest},
                                                     {"series", "id", 0, most_ids},
                                                     {"series", "lane", 0, most_ids},
                                                     {"series", "scale10", 0, 9},
                                                     {"series", "born", 0, most_seq},
                                                     {"series", "died", 0, most_seq},
                                                     {"hot", "lane", 0, most_ids},
                                                     {"hot", "seq", 0, most_seq},
                                                     {"seg", "lane", 0, most_ids},
                                                     {"seg", "block", 0, most_seq},
                                                     {"state", "from_lo", -farthest, farthest},
                                                     {"state", "from_hi", -farthest, farthest},
                                                     {"state", "\"to\"", -farthest, farthest},
                                                     {"event", "lo", -farthest, farthest},
                                                     {"event", "hi", -farthest, farthest},
                                                     {"gap", "from_ms", -farthest, farthest},
                                                     {"gap", "to_ms", -farthest, farthest},
                                                     {"poll_error", "first", 0, most_seq},
                                                     {"poll_error", "last", -1, most_seq},
                                                     {"snapshot", "committed_ms", -farthest, farthest},
                                                     {"snapshot", "seen_lo", -farthest, farthest},
                                                     {"snapshot", "seen_hi", -farthest, farthest},
                                                     {"snapshot", "valid_through_ms", -farthest, farthest},
                                                     {"roll_part", "piece", 0, most_seq},
                                                     {"roll_part", "from_ms", -farthest, farthest},
                                                     {"roll_part", "to_ms", -farthest, farthest},
                                                     {"rolled", "blocks", 0, most_seq},
                                                     {"rolled", "packs", 0, most_seq}});

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) out += part;
  return out;
}

bool is_sqlites_own(const std::string& name, const std::string& type, const std::optional<std::string>& sql) {
  if (name == "sqlite_sequence") return sql == "CREATE TABLE sqlite_sequence(name,seq)";
  return !sql && type == "index" && name.starts_with("sqlite_autoindex_");
}
}  // namespace

void allow_only_our_tables(SQLite::Database& db) {
  static const std::vector<std::string_view> ours = table_names(true);
  allow_only_reading(db, ours);
}

Result<> check_texts(SQLite::Database& db, const std::string& path, bool bundle, bool alone) {
  const std::string what = bundle ? "the bundle" : "the timeline";
  std::set<std::string, std::less<>> missing;
  for (const std::string_view statement : schema_statements()) missing.emplace(statement);
  if (bundle)
    for (const std::string_view statement : bundle_statements()) missing.emplace(statement);
  SQLite::Statement rows(db, "SELECT name, type, sql FROM sqlite_schema");
  while (rows.executeStep()) {
    const std::string name = text_of(rows.getColumn(0));
    const auto sql = rows.getColumn(2).isNull() ? std::nullopt : std::optional<std::string>(text_of(rows.getColumn(2)));
    if (sql && missing.erase(*sql) > 0) continue;
    if (alone && !is_sqlites_own(name, text_of(rows.getColumn(1)), sql))
      return fail(ErrorCode::damaged, joined({what, " has a table that is not ours: ", name}), path);
  }
  if (!missing.empty()) return fail(ErrorCode::damaged, what + " lacks tables", path);
  return {};
}

Result<> check_content(SQLite::Database& db, const std::string& path) {
  {
    SQLite::Statement check(db, "PRAGMA integrity_check(1)");
    if (!check.executeStep()) return fail(ErrorCode::damaged, "the timeline is damaged", path);
    if (const std::string said = text_of(check.getColumn(0)); said != "ok")
      return fail(ErrorCode::damaged, "the timeline is damaged: " + said, path, "ask for a new copy");
  }
  for (std::size_t i = 0; i < bounds.size();) {
    const std::string_view table = bounds.at(i).table;
    std::string wrong;
    for (; i < bounds.size() && bounds.at(i).table == table; ++i) {
      const Bounds& one = bounds.at(i);
      wrong += joined({wrong.empty() ? "" : " OR ", "typeof(", one.column, ") NOT IN ('integer', 'null') OR ",
                       one.column, " NOT BETWEEN ", std::to_string(one.least), " AND ", std::to_string(one.most)});
    }
    if (number(db, joined({"SELECT 1 FROM ", table, " WHERE ", wrong, " LIMIT 1"}).c_str()))
      return fail(ErrorCode::damaged, joined({"the timeline has impossible numbers in ", table}), path,
                  "ask for a new copy");
  }
  return {};
}

}  // namespace tidemark
