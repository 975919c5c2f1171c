// SPDX-License-Identifier: GPL-3.0-or-later
// Catalogue: the sources, lanes and series of a file, read once and again only when a writer added or dropped some.
// Thread rule: the connection's thread. SQLite's exceptions pass.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "models/domain/snapshot.h"
#include "models/timeline/sql.h"

namespace tidemark {

// Several series may have one spec: the lives of a thing that went and came back. They share a column.
struct CatalogueColumn {
  std::size_t lane = 0;
  SeriesSpec spec;
  std::vector<SeriesId> lives;  // ascending
};

struct Catalogue {
  std::vector<SourceInfo> sources;
  std::vector<LaneInfo> lanes;                                     // without polls
  std::vector<CatalogueColumn> columns;                            // by lane, then by first life
  std::unordered_map<SeriesKey, std::vector<std::size_t>> by_key;  // columns

  // True where it was read again.
  bool refresh(SQLite::Database& db);

 private:
  void read(SQLite::Database& db);
  std::int64_t version_ = -1;
};

}  // namespace tidemark
