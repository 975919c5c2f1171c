// SPDX-License-Identifier: GPL-3.0-or-later
// BlockRollup: the 5 min buckets of one sealed block of a lane, made from its segments. Beside a group's mark stands
// its lag, where the high mark of the partition is read in the same lane: only then both are of one poll. Thread rule:
// the connection's thread, inside its transaction. SQLite's exceptions pass; errors: `damaged`.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "models/timeline/between.h"
#include "models/timeline/rollup.h"
#include "models/timeline/rollup_codec.h"
#include "models/timeline/segment_codec.h"
#include "models/timeline/sql.h"

namespace tidemark {

// What is stored of a piece of a lane: the blob, and what is in it.
struct RollupPart {
  Bytes blob;
  std::int64_t first_series = 0;
  std::int64_t last_series = 0;
  LocalTime from;  // starts of the first and the last bucket
  LocalTime to;
};

// Of the series of a lane: which are marks, and to which marks of groups a high mark belongs.
class SeriesKinds final {
 public:
  explicit SeriesKinds(SQLite::Database& db) : db_(db) {}
  // Reads again where another lane is asked for or series were added or dropped.
  void load(LaneId lane);
  bool mark(SeriesId series) const;
  // The lives of the high mark beside a group's mark; empty for all else.
  const std::vector<SeriesId>& highs(SeriesId series) const;
  bool is_high(SeriesId series) const { return is_high_.contains(series.value()); }

 private:
  SQLite::Database& db_;
  std::int64_t lane_ = -1;
  std::int64_t version_ = -1;
  std::vector<std::vector<SeriesId>> highs_;                      // by partition; the first is empty
  std::unordered_map<std::int64_t, std::uint32_t> partition_of_;  // of marks: an index into highs_, 0 without lag
  std::unordered_map<std::int64_t, bool> is_high_;
};

class BlockRollup final {
 public:
  explicit BlockRollup(SQLite::Database& db);
  Result<> open(LaneId lane, std::int64_t block, const Between& between = [] {});
  std::size_t segments() const { return rows_.size(); }
  // Adds the next segment, in ascending order: the part that is full with it, or empty. Of a damaged segment that much
  // is in it that could be read.
  RollupPart part(std::size_t index, const Between& between = [] {});

 private:
  struct Cells {
    std::vector<std::int64_t> values;
    std::vector<Reason> reasons;
  };
  struct HighMark {
    SeriesId series;
    std::size_t entry = 0;  // of the part
    std::vector<Bucket> buckets;
  };
  Result<> add(std::size_t index, const Between& between);
  void forget();
  Result<SegmentDecoder> segment(std::size_t index);
  void find_highs(const Between& between);
  Result<std::unordered_map<std::int64_t, Cells>> highs_for(const SegmentDecoder& of, const Between& between);
  Cells high_beside(SeriesId series, const std::unordered_map<std::int64_t, Cells>& highs) const;

  SeriesKinds kinds_;
  std::vector<std::int64_t> rows_;                              // of the segments
  std::unordered_map<std::int64_t, std::uint32_t> segment_of_;  // of the high marks
  BucketAxis axis_;
  std::size_t polls_ = 0;
  // Of the part that is begun.
  std::optional<RollupEncoder> encoder_;
  HighMark newest_high_;
  std::int64_t first_series_ = 0, last_series_ = 0;
  SQLite::Statement walls_, groups_, segment_, head_;
};

}  // namespace tidemark
