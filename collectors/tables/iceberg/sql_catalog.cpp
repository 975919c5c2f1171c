// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/iceberg/sql_catalog.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "collectors/core/plain_text.h"
#include "collectors/sql/database.h"
#include "collectors/tables/iceberg/metadata_file.h"

namespace tidemark::iceberg {
namespace {
constexpr std::size_t longest_name = 1024;
constexpr std::size_t most_tables = 10'000;
constexpr std::string_view table_of_tables = "iceberg_tables";

template <class Answer>
void take_over(Answer& answer, SqlReply& reply) {
  answer.add(reply.cost);
  if (reply.ok()) return;
  answer.outcome = reply.outcome;
  answer.error = std::move(reply.error);
}

std::optional<std::string> text_at(const SqlReply::Row& row, std::optional<std::size_t> column) {
  return column ? row[*column] : std::nullopt;
}
}  // namespace

Result<std::unique_ptr<TableCatalog>> SqlCatalog::open(const CatalogProfile& profile, const SecretResolver& secrets,
                                                       const Clock&) {
  TM_TRY(const std::string dsn, secrets.resolve(profile.dsn));
  if (dsn.empty()) return fail(ErrorCode::usage, "no database", {}, "name the catalog's \"dsn\"");
  TM_TRY(auto session, open_database(dsn, {table_of_tables}));
  TM_TRY(auto stores, MetadataStores::open(profile, secrets));
  return std::unique_ptr<TableCatalog>(new SqlCatalog(profile, std::move(session), std::move(stores)));
}

CatalogAnswer SqlCatalog::probe(std::stop_token stop) {
  CatalogAnswer answer;
  SqlReply reply = session_->query("SELECT catalog_name FROM iceberg_tables LIMIT 1", {}, stop);
  take_over(answer, reply);
  return answer;
}

TableList SqlCatalog::list(std::stop_token stop) {
  TableList out;
  SqlReply reply = session_->query("SELECT * FROM iceberg_tables", {}, stop);
  take_over(out, reply);
  if (out.ok()) take_rows(reply, out);
  return out;
}

void SqlCatalog::take_rows(const SqlReply& reply, TableList& out) {
  const auto catalog = reply.column("catalog_name"), name_space = reply.column("table_namespace");
  const auto name = reply.column("table_name"), type = reply.column("iceberg_type");
  if (!catalog || !name_space || !name || !reply.column("metadata_location")) {
    out.outcome = HttpOutcome::other;
    out.error = {ErrorCode::input, "iceberg_tables has not the columns of a catalog", {}, {}};
    return;
  }
  std::map<TableName, Key> found;
  std::set<std::string> catalogs;
  for (const SqlReply::Row& row : reply.rows) {
    if (!row[*catalog] || !row[*name] || text_at(row, type).value_or("TABLE") != "TABLE") continue;
    const Key key{*row[*catalog], row[*name_space].value_or(""), *row[*name]};
    if (!catalog_name_.empty() && key.catalog != catalog_name_) continue;
    catalogs.insert(plain_line(key.catalog));
    const TableName table(
        plain_line(key.name_space.empty() ? key.name : key.name_space + '.' + key.name, longest_name));
    if (glob_list_match(globs_, table.value()) && found.size() < most_tables) found.emplace(table, key);
  }
  if (catalogs.size() > 1) {
    out.outcome = HttpOutcome::other;
    out.error = {ErrorCode::usage,
                 fmt::format("the database has several catalogs: {}", fmt::join(catalogs, ", ")),
                 {},
                 "name one as the profile's \"catalog\""};
    return;
  }
  tables_ = std::move(found);
  for (const auto& [table, key] : tables_) out.tables.push_back(table);
}

TableLoad SqlCatalog::load(const TableName& table, const ReadRules& rules, const std::string& tag,
                           std::stop_token stop) {
  TableLoad load;
  const auto found = tables_.find(table);
  if (found == tables_.end()) {
    load.what = TableLoad::What::gone;
    return load;
  }
  const Key& key = found->second;
  SqlReply reply = session_->query(
      "SELECT metadata_location FROM iceberg_tables WHERE catalog_name = $1 AND table_namespace = $2 AND table_name = "
      "$3",
      {key.catalog, key.name_space, key.name}, stop);
  take_over(load, reply);
  if (!load.ok()) return load;
  if (reply.rows.empty()) {
    load.what = TableLoad::What::gone;
    return load;
  }
  const std::string location = reply.rows[0][0].value_or("");
  // A metadata file never changes.
  if (!location.empty() && location == tag) {
    load.what = TableLoad::What::unchanged;
    return load;
  }
  take_metadata(stores_->get(location, stop), plain_line(location), table, rules, load);
  if (load.what == TableLoad::What::loaded) load.tag = location;
  return load;
}

}  // namespace tidemark::iceberg
