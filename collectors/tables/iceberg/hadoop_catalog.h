// SPDX-License-Identifier: GPL-3.0-or-later
// HadoopCatalog: tables as folders below a root, each with metadata/version-hint.text and metadata/vN.metadata.json
// (or vN.gz.metadata.json, or the older vN.metadata.json.gz). The hint is advisory: the versions after it are tried
// until one is missing, and where it leads nowhere the newest of the folder is taken.
// Source: apache/iceberg, HadoopTableOperations. Thread rule: as TableCatalog.
#pragma once

#include "collectors/tables/catalog.h"
#include "collectors/tables/store.h"
#include "collectors/tables/table_folders.h"

namespace tidemark::iceberg {

class HadoopCatalog final : public TableCatalog {
 public:
  static Result<std::unique_ptr<TableCatalog>> open(const CatalogProfile& profile, const SecretResolver& secrets,
                                                    const Clock& clock);
  HadoopCatalog(std::unique_ptr<ObjectStore> store, std::string root, std::vector<std::string> globs)
      : store_(std::move(store)), folders_(*store_, std::move(root), std::move(globs), "metadata") {}

  std::string_view format() const override { return "iceberg"; }
  CatalogAnswer probe(std::stop_token stop) override { return store_->probe(stop); }
  TableList list(std::stop_token stop) override { return folders_.list(stop); }
  TableLoad load(const TableName& table, const ReadRules& rules, const std::string& tag, std::stop_token stop) override;

 private:
  struct File {
    std::string path;
    std::int64_t version = 0;
  };
  struct Search;
  // The file that is the table's present state; empty path: there is none, or the search says why not.
  File newest(Search& search) const;
  File newest_listed(Search& search) const;
  std::int64_t hint(Search& search) const;
  File version_file(Search& search, std::int64_t version) const;

  std::unique_ptr<ObjectStore> store_;
  TableFolders folders_;
};

}  // namespace tidemark::iceberg
