// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/bundle/manifest.h"

#include <algorithm>

#include "models/timeline/bundle/entries.h"
#include "models/timeline/bundle/sha256.h"
#include "models/timeline/bundle_tables.h"
#include "models/timeline/place.h"
#include "models/timeline/schema.h"

namespace tidemark {
namespace {
constexpr std::int64_t format = 1;
constexpr std::int64_t most_tables = 100;

void add(Sha256& hash, const SQLite::Column& column) {
  hash.add(static_cast<std::int64_t>(column.getType()));
  if (column.isNull()) return;
  if (column.isInteger()) return hash.add(column.getInt64());
  const auto bytes = static_cast<std::size_t>(column.getBytes());
  hash.add(static_cast<std::int64_t>(bytes));
  if (bytes > 0) hash.add(std::string_view(static_cast<const char*>(column.getBlob()), bytes));
}

BundleTable real_table(SQLite::Database& db, std::string_view name) {
  BundleTable out{std::string(name), 0, {}};
  const std::string all = "SELECT * FROM \"" + out.name + '"';
  const int columns = SQLite::Statement(db, all).getColumnCount();
  std::string order;
  for (int i = 1; i <= columns; ++i) order += (i == 1 ? " ORDER BY " : ", ") + std::to_string(i);
  SQLite::Statement rows(db, all + order);
  Sha256 hash;
  for (; rows.executeStep(); ++out.rows)
    for (int i = 0; i < columns; ++i) add(hash, rows.getColumn(i));
  out.sha256 = hash.hex();
  return out;
}

class Values final {
 public:
  explicit Values(SQLite::Database& db) : value_(db, "SELECT value FROM manifest WHERE key = ?") {}
  std::string text(const char* key) {
    bound(value_, key);
    return value_.executeStep() ? text_of(value_.getColumn(0)) : std::string();
  }
  std::int64_t number(const char* key) {
    bound(value_, key);
    return value_.executeStep() && value_.getColumn(0).isInteger() ? value_.getColumn(0).getInt64() : 0;
  }

 private:
  SQLite::Statement value_;
};

std::vector<BundleSource> sources_of(SQLite::Database& db) {
  std::vector<BundleSource> out;
  SQLite::Statement rows(db,
                         "SELECT kind, name, cluster, (SELECT count(*) FROM lane WHERE source = s.id), "
                         "(SELECT count(*) FROM poll p JOIN lane l ON l.id = p.lane WHERE l.source = s.id), "
                         "(SELECT count(*) FROM series r JOIN lane l ON l.id = r.lane WHERE l.source = s.id) "
                         "FROM source s ORDER BY 1, 2, 3");
  while (rows.executeStep())
    out.push_back({{text_of(rows.getColumn(0)), text_of(rows.getColumn(1)), ClusterName(text_of(rows.getColumn(2)))},
                   rows.getColumn(3).getInt64(),
                   rows.getColumn(4).getInt64(),
                   rows.getColumn(5).getInt64()});
  return out;
}
}  // namespace

std::vector<BundleTable> real_tables(SQLite::Database& db) {
  std::vector<BundleTable> out;
  for (const std::string_view name : table_names(true))
    if (name != "content") out.push_back(real_table(db, name));
  return out;
}

std::vector<BundleTable> told_tables(SQLite::Database& db) {
  std::vector<BundleTable> out;
  SQLite::Statement rows(db, "SELECT \"table\", rows, sha256 FROM content ORDER BY \"table\" LIMIT ?");
  rows.bind(1, most_tables);
  while (rows.executeStep())
    out.push_back({text_of(rows.getColumn(0)), rows.getColumn(1).getInt64(), text_of(rows.getColumn(2))});
  return out;
}

std::string hash_of(const std::vector<BundleTable>& tables) {
  std::vector<BundleTable> sorted = tables;
  std::ranges::sort(sorted, {}, &BundleTable::name);
  Sha256 hash;
  for (const BundleTable& table : sorted) {
    for (const std::string& text : {table.name, table.sha256}) {
      hash.add(static_cast<std::int64_t>(text.size()));
      hash.add(text);
    }
    hash.add(table.rows);
  }
  return hash.hex();
}

void write_manifest(SQLite::Database& db, const BundleFacts& facts) {
  SQLite::Statement value(db, "INSERT INTO manifest VALUES(?,?)");
  for (const auto& [key, text] :
       {std::pair{"tool", &facts.tool}, std::pair{"author", &facts.author}, std::pair{"timeline", &facts.timeline}})
    bound(value, key, *text).exec();
  for (const auto& [key, number] :
       {std::pair{"format", format}, std::pair{"schema", std::int64_t{timeline_schema}},
        std::pair{"made_ms", ms(facts.made)}, std::pair{"from_ms", ms(facts.from)}, std::pair{"to_ms", ms(facts.to)},
        std::pair{"due", facts.due}, std::pair{"answered", facts.answered},
        std::pair{"redacted", std::int64_t{!facts.names_kept}}, std::pair{"hosts", facts.hosts},
        std::pair{"principals", facts.principals}, std::pair{"client_ids", facts.client_ids},
        std::pair{"secrets", facts.secrets}})
    bound(value, key, number).exec();
  SQLite::Statement content(db, "INSERT INTO content VALUES(?,?,?)");
  for (const BundleTable& table : real_tables(db)) bound(content, table.name, table.rows, table.sha256).exec();
}

Result<BundleFacts> read_facts(SQLite::Database& db, const std::string& path) {
  Values values(db);
  if (values.number("format") != format)
    return fail(ErrorCode::damaged, "a bundle of an unknown form", path, "use the version that made it");
  BundleFacts out;
  out.tool = values.text("tool");
  out.author = values.text("author");
  out.timeline = values.text("timeline");
  out.made = local_time(values.number("made_ms"));
  out.from = local_time(values.number("from_ms"));
  out.to = local_time(values.number("to_ms"));
  out.due = values.number("due");
  out.answered = values.number("answered");
  out.names_kept = values.number("redacted") == 0;
  out.hosts = values.number("hosts");
  out.principals = values.number("principals");
  out.client_ids = values.number("client_ids");
  out.secrets = values.number("secrets");
  const auto count = [&](const char* sql) { return number(db, sql).value_or(0); };
  out.oldest = local_time(count("SELECT min(wall_ms) FROM poll"));
  out.newest = local_time(count("SELECT max(wall_ms) FROM poll"));
  out.events = count("SELECT count(*) FROM event");
  out.states = count("SELECT count(*) FROM state");
  out.commits = count("SELECT count(*) FROM snapshot");
  out.file_bytes = file_bytes(path);
  out.sources = sources_of(db);
  TM_TRY(out.entries, read_entries(db));
  out.tables = told_tables(db);
  out.sha256 = hash_of(out.tables);
  return out;
}

}  // namespace tidemark
