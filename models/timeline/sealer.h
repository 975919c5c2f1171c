// SPDX-License-Identifier: GPL-3.0-or-later
// Sealer: turns the hot rows of a full block into segments, one chunk of slots a step: prepare() makes them, store()
// writes them. A step holds the cells of one chunk only: 480 polls x 4096 slots x 9 bytes. The hot rows go with the
// last step of their block; until then readers use them and not the segments.
// Thread rule: the writer's thread; store() inside its transaction, prepare() outside. SQLite's exceptions pass.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "models/timeline/between.h"
#include "models/timeline/placed_series.h"
#include "models/timeline/poll_store.h"
#include "models/timeline/segment_codec.h"
#include "models/timeline/sql.h"

namespace tidemark {

class Sealer final {
 public:
  explicit Sealer(SQLite::Database& db);
  ~Sealer();

  void add(PollStore::Block block) { waiting_.push_back(block); }
  // Forgets everything and drops the segments of blocks that were not finished.
  void restart(const std::vector<PollStore::Block>& blocks);
  bool pending() const { return !waiting_.empty(); }
  std::size_t waiting() const { return waiting_.size(); }
  // So many full blocks wait that polls had better wait too.
  bool behind() const { return waiting_.size() > 2; }
  // The segments of one chunk of the oldest block. A block that is damaged is left.
  Result<> prepare(const Between& between);
  // Whether it was the last one of its block.
  bool store();

 private:
  struct Chunk;
  Result<> read(const PollStore::Block& block, Chunk& chunk, const Between& between);
  void encode(const PollStore::Block& block, const Chunk& chunk, const Between& between);
  void leave_front();

  std::deque<PollStore::Block> waiting_;
  std::unique_ptr<Chunk> chunk_;  // while blocks wait
  std::size_t next_chunk_ = 0;    // of the front block
  std::int64_t next_group_ = 0;
  std::vector<Bytes> segments_;  // prepared and not stored yet
  SQLite::Statement rows_, insert_, drop_, unfinished_;
  SeriesOrder order_;
};

}  // namespace tidemark
