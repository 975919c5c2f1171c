// SPDX-License-Identifier: GPL-3.0-or-later
// SqlSink: a sink that a query of the user's tells of, shown as a table of the sink's name without versions: its marks
// are what the query answers. Thread rule: as TableCatalog.
#pragma once

#include "collectors/sql/session.h"
#include "collectors/tables/catalog.h"

namespace tidemark {

class SqlSink final : public TableCatalog {
 public:
  SqlSink(SinkProfile profile, std::unique_ptr<SqlSession> session)
      : profile_(std::move(profile)), session_(std::move(session)) {}

  std::string_view format() const override { return profile_.type; }
  CatalogAnswer probe(std::stop_token stop) override;
  TableList list(std::stop_token stop) override;
  TableLoad load(const TableName& table, const ReadRules& rules, const std::string& tag, std::stop_token stop) override;

 private:
  const SinkProfile profile_;
  const std::unique_ptr<SqlSession> session_;
};

}  // namespace tidemark
