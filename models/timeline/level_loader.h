// SPDX-License-Identifier: GPL-3.0-or-later
// LevelLoader: answers one LevelRequest from a file: hours where a pack has them, buckets of 5 min where only those are
// made, and for what is newer the samples themselves, gathered on the way; so that an answer reaches up to now. A file
// of a schema without rollups is answered from its samples alone.
// Thread rule: the connection's thread, inside its read transaction. SQLite's exceptions pass; errors: `input` for what
// would not fit into memory, `damaged`, `cancelled`.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <unordered_map>

#include "models/timeline/block_reader.h"
#include "models/timeline/catalogue.h"
#include "models/timeline/rollup_store.h"

namespace tidemark {

class LevelLoader final {
 public:
  LevelLoader(SQLite::Database& db, int schema, const Catalogue& catalogue, BlockReader& blocks,
              const std::atomic<bool>& cancelled, const LevelRequest& request);
  Result<std::shared_ptr<LevelData>> load();  // without what is beside the buckets

 private:
  // A column of the answer and what it is read from.
  struct Wanted {
    std::size_t value = 0;  // column of the catalogue
    std::size_t high = 0;   // beside it, of a lag
    bool lag = false;
    bool mark = false;
    bool seen = false;
    std::vector<Bucket> buckets;
  };
  struct Cells {
    std::vector<std::int64_t> values;
    std::vector<Reason> reasons;
  };
  struct Lane {
    std::size_t index = 0;  // of the catalogue
    std::int64_t id = 0;
    std::vector<BucketTime> times;
    std::vector<Wanted> wanted;
    std::unordered_map<std::int64_t, std::vector<std::size_t>> by_series;  // lives to indices into `wanted`
    std::int64_t first_series = 0;
    std::int64_t last_series = 0;
  };

  Result<> choose(std::vector<Lane>& lanes) const;
  void choose_lag(std::size_t column, Lane& lane) const;
  Result<> load_lane(Lane& lane);
  Result<> load_parts(Lane& lane, Grain level, std::int64_t first, std::int64_t last);
  Result<> load_part(Lane& lane, ByteView blob, bool first_of_piece);
  Result<> load_samples(Lane& lane, std::int64_t first_seq);
  Result<> load_block(Lane& lane, std::int64_t block, const std::vector<std::int64_t>& seqs, const BucketAxis& axis);
  Result<> load_columns(Lane& lane, std::size_t from, std::size_t to, std::int64_t block,
                        const std::vector<std::int64_t>& seqs, const BucketAxis& axis);
  void lay(Wanted& wanted, const BucketAxis& axis, const std::vector<Bucket>& buckets) const;
  void put(std::vector<Lane> lanes);

  SQLite::Database& db_;
  const Catalogue& catalogue_;
  BlockReader& blocks_;
  const std::atomic<bool>& cancelled_;
  const LevelRequest& request_;
  BucketSpan span_;
  std::optional<RollupStore> store_;  // none: the file has no rollups
  std::shared_ptr<LevelData> data_ = std::make_shared<LevelData>();
};

// Since when each level of the file has something; raw first.
std::vector<LevelReach> level_reaches(SQLite::Database& db, int schema);

}  // namespace tidemark
