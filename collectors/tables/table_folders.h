// SPDX-License-Identifier: GPL-3.0-or-later
// TableFolders: tables as folders below a root, each known by a folder of its format inside it ("metadata",
// "_delta_log"). A folder's path with dots for slashes is the table's name, without the ending that a database's folder
// may have ("lake.db/orders" is lake.orders); the root itself may be the only table.
// Thread rule: as TableCatalog. The store must outlive it.
#pragma once

#include <map>
#include <optional>

#include "collectors/tables/catalog.h"
#include "collectors/tables/store.h"

namespace tidemark {

class TableFolders final {
 public:
  // `root`: as the profile writes it; `marker`: the folder that makes a folder a table; `ending`: of databases.
  TableFolders(ObjectStore& store, std::string root, std::vector<std::string> globs, std::string marker,
               std::string ending = {})
      : store_(store),
        root_(std::move(root)),
        globs_(std::move(globs)),
        marker_(std::move(marker)),
        ending_(std::move(ending)) {}

  TableList list(std::stop_token stop);
  // Relative to the root; empty: the root itself. No value: the name leads out of it.
  std::optional<std::string> folder_of(const TableName& table) const;

 private:
  void list_folder(const std::string& folder, int depth, TableList& out, std::stop_token stop);
  std::string name_of(const std::string& folder) const;

  ObjectStore& store_;
  std::string root_;
  std::vector<std::string> globs_;
  std::string marker_;
  std::string ending_;
  std::map<TableName, std::string> folders_;
};

}  // namespace tidemark
