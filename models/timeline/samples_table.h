// SPDX-License-Identifier: GPL-3.0-or-later
// samples(series_id, from_ms, to_ms): a table-valued SQL function over the cells of one series.
// Thread rule: the connection's thread; lives as long as the connection uses it.
#pragma once

#include <atomic>
#include <memory>

#include "models/timeline/block_reader.h"

namespace tidemark {

class SamplesTable final {
 public:
  explicit SamplesTable(SQLite::Database& db);
  ~SamplesTable();
  SamplesTable(const SamplesTable&) = delete;
  SamplesTable& operator=(const SamplesTable&) = delete;

 private:
  struct State;
  SQLite::Database& db_;
  std::unique_ptr<State> state_;
};

}  // namespace tidemark
