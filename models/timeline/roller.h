// SPDX-License-Identifier: GPL-3.0-or-later
// Roller: makes the rollups of sealed blocks in slices: one segment a step into buckets of 5 min; and once 64 blocks of
// a lane have theirs, some hundred series a step into hours, packed so that a month of them is few blobs. What is
// damaged is left out: check() says so. It starts where the file says it ended, so files of an older schema get theirs
// the same way.
// Thread rule: the writer's thread, inside its transaction. SQLite's exceptions pass.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/timeline/block_rollup.h"
#include "models/timeline/hour_pack.h"
#include "models/timeline/rollup_store.h"

namespace tidemark {

class Roller final {
 public:
  explicit Roller(SQLite::Database& db);
  // Forgets what was begun: it is begun anew.
  void restart();
  // A block was sealed.
  void add() {
    idle_ = false;
    ++owed_;
  }
  bool pending() const { return !idle_; }
  // Blocks that were sealed in this run and have no buckets yet. What an older file brings along is not counted.
  std::size_t owed() const { return owed_; }
  // One slice: prepare() reads and reckons outside of a transaction, store() writes inside of one; afterwards pending()
  // says whether there was anything to do.
  Result<> prepare(const Between& between);
  void store();

 private:
  struct Job {
    Grain level = Grain::five_minutes;
    std::int64_t lane = 0;
    std::int64_t piece = 0;
    std::size_t next_segment = 0;  // of a block
    std::int64_t next_series = 0;  // of a pack
    std::int64_t group = 0;
  };
  std::optional<Job> find();
  std::optional<std::int64_t> sealed_block(std::int64_t lane, std::int64_t from);
  void pack_hours(Job& job);
  std::vector<std::int64_t> series_of(const Job& job);
  void write_hours(Job& job, const std::vector<std::int64_t>& series);
  void finish();

  RollupStore store_;
  BlockRollup block_;
  std::optional<Job> job_;
  bool begun_ = false;             // what an unfinished slice left is dropped
  RollupPart part_;                // prepared and not stored yet, or empty
  std::vector<BucketTime> hours_;  // of a pack
  bool idle_ = false;
  std::size_t owed_ = 0;
  SQLite::Statement lanes_, sealed_, series_;
};

}  // namespace tidemark
