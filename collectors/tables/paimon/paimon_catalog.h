// SPDX-License-Identifier: GPL-3.0-or-later
// PaimonCatalog: Paimon tables as folders below a warehouse ("db.db/table" is the table db.table), or one table's
// folder. The hints at the newest snapshot may be wrong: each poll lists the snapshots. A snapshot's file does not
// change, so each is read once; a rollback takes the newest ones and uses their numbers again, so the newest one that
// is known is looked at again. Thread rule: as TableCatalog. Memory: a digest per snapshot, at most
// `TableReading::most` of a table.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "collectors/tables/paimon/read_table.h"
#include "collectors/tables/store.h"
#include "collectors/tables/table_folders.h"

namespace tidemark::paimon {

class PaimonCatalog final : public TableCatalog {
 public:
  static Result<std::unique_ptr<TableCatalog>> open(const CatalogProfile& profile, const SecretResolver& secrets,
                                                    const Clock& clock);
  PaimonCatalog(std::unique_ptr<ObjectStore> store, std::string root, std::vector<std::string> globs);
  ~PaimonCatalog() override;

  std::string_view format() const override { return "paimon"; }
  CatalogAnswer probe(std::stop_token stop) override { return store_->probe(stop); }
  TableList list(std::stop_token stop) override { return folders_.list(stop); }
  TableLoad load(const TableName& table, const ReadRules& rules, const std::string& tag, std::stop_token stop) override;

 private:
  struct Kept;
  struct Look;
  Kept& kept(const TableName& table);
  bool read_schema(Look& look, Kept& kept) const;
  void read_snapshots(Look& look, Kept& kept) const;
  void read_schemas(Look& look, Kept& kept) const;
  bool is_same(Look& look, const Kept& kept) const;
  bool read_snapshot(Look& look, Kept& kept, std::int64_t id) const;

  std::unique_ptr<ObjectStore> store_;
  TableFolders folders_;
  std::mutex mutex_;  // of the map, not of what is in it
  std::map<TableName, std::unique_ptr<Kept>> kept_;
};

}  // namespace tidemark::paimon
