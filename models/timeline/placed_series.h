// SPDX-License-Identifier: GPL-3.0-or-later
// PlacedSeries: series of a lane in the order in which segments keep them.
// Thread rule: the writer's thread, inside its transaction. SQLite's exceptions pass.
#pragma once

#include <vector>

#include "models/domain/names.h"
#include "models/timeline/sql.h"

namespace tidemark {

struct PlacedSeries {
  Object object;
  Signal signal;
  std::size_t index = 0;  // among the series that were given
};

class SeriesOrder final {
 public:
  explicit SeriesOrder(SQLite::Database& db);
  // Those that the file knows, in storage_order().
  std::vector<PlacedSeries> place(const std::vector<SeriesId>& series);

 private:
  SQLite::Statement spec_;
};

}  // namespace tidemark
