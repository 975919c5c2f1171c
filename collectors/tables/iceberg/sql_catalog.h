// SPDX-License-Identifier: GPL-3.0-or-later
// SqlCatalog: tables as rows of iceberg_tables in PostgreSQL or SQLite, as Java's JdbcCatalog and pyiceberg's
// SqlCatalog write them. A row points to the metadata file, which is read from where it lies, and again when the
// pointer moves. Columns are found by their names: iceberg_type came later, and a row without one is a table. Source:
// apache/iceberg, JdbcUtil; pyiceberg.catalog.sql. Thread rule: as TableCatalog.
#pragma once

#include <map>

#include "collectors/sql/session.h"
#include "collectors/tables/catalog.h"
#include "collectors/tables/iceberg/metadata_stores.h"

namespace tidemark::iceberg {

class SqlCatalog final : public TableCatalog {
 public:
  static Result<std::unique_ptr<TableCatalog>> open(const CatalogProfile& profile, const SecretResolver& secrets,
                                                    const Clock& clock);

  std::string_view format() const override { return "iceberg"; }
  CatalogAnswer probe(std::stop_token stop) override;
  TableList list(std::stop_token stop) override;
  TableLoad load(const TableName& table, const ReadRules& rules, const std::string& tag, std::stop_token stop) override;

 private:
  // The primary key of a table.
  struct Key {
    std::string catalog, name_space, name;
  };
  SqlCatalog(const CatalogProfile& profile, std::unique_ptr<SqlSession> session, std::unique_ptr<MetadataStores> stores)
      : catalog_name_(profile.catalog_name),
        globs_(profile.tables),
        session_(std::move(session)),
        stores_(std::move(stores)) {}
  void take_rows(const SqlReply& reply, TableList& out);

  const std::string catalog_name_;  // empty: the only one
  const std::vector<std::string> globs_;
  const std::unique_ptr<SqlSession> session_;
  const std::unique_ptr<MetadataStores> stores_;
  std::map<TableName, Key> tables_;
};

}  // namespace tidemark::iceberg
