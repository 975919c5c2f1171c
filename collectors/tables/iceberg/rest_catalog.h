// SPDX-License-Identifier: GPL-3.0-or-later
// RestCatalog: an Iceberg REST catalog, read: /v1/config first, then namespaces (any depth, paged), tables, and a
// table's metadata with its load, so that no object store is needed. Where the catalog gives an ETag, an unchanged
// table costs one 304. Tokens by client credentials are renewed when they end (419). Keys for the store that come with
// a load are not asked for, and not kept where they come all the same.
// Source: apache/iceberg open-api/rest-catalog-open-api.yaml. Thread rule: as TableCatalog.
#pragma once

#include <functional>
#include <map>
#include <optional>

#include "collectors/tables/catalog.h"
#include "collectors/tables/http_pool.h"
#include "collectors/tables/iceberg/rest_config.h"

namespace tidemark::iceberg {

class RestCatalog final : public TableCatalog {
 public:
  // Does not wait for the network. Error: `usage`.
  static Result<std::unique_ptr<TableCatalog>> open(const CatalogProfile& profile, const SecretResolver& secrets,
                                                    const Clock& clock);

  std::string_view format() const override { return "iceberg"; }
  CatalogAnswer probe(std::stop_token stop) override;
  TableList list(std::stop_token stop) override;
  TableLoad load(const TableName& table, const ReadRules& rules, const std::string& tag, std::stop_token stop) override;

 private:
  RestCatalog(const CatalogProfile& profile, std::string base, std::unique_ptr<HttpPool> http)
      : base_(std::move(base)), warehouse_(profile.warehouse), globs_(profile.tables), http_(std::move(http)) {}
  HttpReply get(const std::string& url, std::stop_token stop, const std::string& tag = {});
  std::vector<RestPage> pages(const std::function<std::string(const std::string&)>& url, CatalogAnswer& answer,
                              std::stop_token stop);
  void list_namespace(const Levels& name_space, TableList& out, std::stop_token stop);
  void list_tables(const Levels& name_space, TableList& out, std::stop_token stop);
  void name_tables(TableList& out);

  const std::string base_;
  const std::string warehouse_;
  const std::vector<std::string> globs_;
  std::unique_ptr<HttpPool> http_;
  std::optional<RestConfig> config_;
  std::map<TableName, RestTable> tables_;
};

}  // namespace tidemark::iceberg
