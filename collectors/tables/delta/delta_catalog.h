// SPDX-License-Identifier: GPL-3.0-or-later
// DeltaCatalog: Delta tables as folders below a root, each with a _delta_log. The log is read from its end: so many
// versions as are shown, on to the newest one that was told before, and further back only for what a checksum or a
// checkpoint in JSON does not sum up. Versions do not change, so each is read once; a poll without news asks for the
// newest version and the one after it. A Spark checkpoint folder beside it tells the offsets of batches.
// Thread rule: as TableCatalog. Memory: a digest per version, at most `TableReading::most` of a table.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "collectors/tables/delta/scheme.h"
#include "collectors/tables/spark/checkpoint_folder.h"
#include "collectors/tables/store.h"
#include "collectors/tables/table_folders.h"

namespace tidemark::delta {

class DeltaCatalog final : public TableCatalog {
 public:
  static Result<std::unique_ptr<TableCatalog>> open(const CatalogProfile& profile, const SecretResolver& secrets,
                                                    const Clock& clock);
  // `checkpoint`: may be null.
  DeltaCatalog(std::unique_ptr<ObjectStore> store, std::unique_ptr<ObjectStore> checkpoint, std::string root,
               std::vector<std::string> globs);
  ~DeltaCatalog() override;

  std::string_view format() const override { return "delta"; }
  CatalogAnswer probe(std::stop_token stop) override { return store_->probe(stop); }
  TableList list(std::stop_token stop) override { return folders_.list(stop); }
  TableLoad load(const TableName& table, const ReadRules& rules, const std::string& tag, std::stop_token stop) override;

 private:
  struct Kept;
  struct Look;
  Kept& kept(const TableName& table);
  bool follow_on(Look& look, Kept& kept) const;
  bool wants_more(const Look& look, const Kept& kept) const;
  void read_log(Look& look, Kept& kept) const;
  void read_back(Look& look, Kept& kept, std::int64_t from) const;
  void read_state(Look& look, Kept& kept) const;
  bool read_version(Look& look, Kept& kept, std::int64_t version) const;

  std::unique_ptr<ObjectStore> store_;
  std::optional<spark::CheckpointFolder> checkpoint_;
  TableFolders folders_;
  std::mutex mutex_;  // of the map, not of what is in it
  std::map<TableName, std::unique_ptr<Kept>> kept_;
};

}  // namespace tidemark::delta
