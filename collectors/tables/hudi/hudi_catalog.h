// SPDX-License-Identifier: GPL-3.0-or-later
// HudiCatalog: Hudi tables as folders below a root, each with a .hoodie. There is no pointer to the newest instant:
// each poll lists the active timeline. The file of a completed instant does not change, so each is read once: so many
// as are shown, on to the newest one that was told before, and further back only until one carries the writer's
// offsets, into the archive's newest logs where none of the active ones does. Thread rule: as TableCatalog. Memory: a
// digest per instant, at most `TableReading::most` of a table.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "collectors/tables/hudi/read_table.h"
#include "collectors/tables/store.h"
#include "collectors/tables/table_folders.h"

namespace tidemark::hudi {

class HudiCatalog final : public TableCatalog {
 public:
  static Result<std::unique_ptr<TableCatalog>> open(const CatalogProfile& profile, const SecretResolver& secrets,
                                                    const Clock& clock);
  HudiCatalog(std::unique_ptr<ObjectStore> store, std::string root, std::vector<std::string> globs);
  ~HudiCatalog() override;

  std::string_view format() const override { return "hudi"; }
  CatalogAnswer probe(std::stop_token stop) override { return store_->probe(stop); }
  TableList list(std::stop_token stop) override { return folders_.list(stop); }
  TableLoad load(const TableName& table, const ReadRules& rules, const std::string& tag, std::stop_token stop) override;

 private:
  struct Kept;
  struct Look;
  Kept& kept(const TableName& table);
  bool read_properties(Look& look, Kept& kept) const;
  bool list_timeline(Look& look, Kept& kept) const;
  void read_commits(Look& look, Kept& kept) const;
  void read_commit(Look& look, Kept& kept, const Instant& instant) const;
  void read_restores(Look& look, Kept& kept) const;
  void read_cleaned(Look& look, Kept& kept) const;
  void look_for_archive(Look& look, Kept& kept) const;
  void read_archive(Look& look, Kept& kept, const std::vector<std::string>& names) const;

  std::unique_ptr<ObjectStore> store_;
  TableFolders folders_;
  std::mutex mutex_;  // of the map, not of what is in it
  std::map<TableName, std::unique_ptr<Kept>> kept_;
};

}  // namespace tidemark::hudi
