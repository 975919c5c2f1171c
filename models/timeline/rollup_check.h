// SPDX-License-Identifier: GPL-3.0-or-later
// RollupCheck: reads all rollups and compares them with what they were made from, as far as that is still there:
// buckets of 5 min with the samples, hours with the buckets of 5 min. Thread rule: the connection's thread, inside its
// read transaction. SQLite's exceptions pass; error: `cancelled`.
#pragma once

#include <atomic>
#include <map>
#include <vector>

#include "models/timeline/block_rollup.h"
#include "models/timeline/reader.h"
#include "models/timeline/rollup_store.h"

namespace tidemark {

class RollupCheck final {
 public:
  RollupCheck(SQLite::Database& db, const std::atomic<bool>& cancelled, std::vector<TimelineFault>& faults);
  Result<> run();

 private:
  using Content = std::map<RollupKey, std::map<LocalTime, Bucket>>;
  void loose();
  Result<> blocks(std::int64_t lane, const RolledLane& rolled);
  void block(std::int64_t lane, std::int64_t block);
  Result<> packs(std::int64_t lane, const RolledLane& rolled);
  void hour_part(std::int64_t lane, const PartRow& row, bool comparable);
  // Adds what a part holds; false where it is damaged, which is then said.
  bool read(ByteView blob, const std::string& where, Content& into);
  void compare(const Content& stored, const Content& made, const std::string& where, const char* from);

  SQLite::Database& db_;
  const std::atomic<bool>& cancelled_;
  std::vector<TimelineFault>& faults_;
  RollupStore store_;
  BlockRollup rollup_;
  std::vector<BucketTime> hours_;  // of the pack that is looked at
};

}  // namespace tidemark
