// SPDX-License-Identifier: GPL-3.0-or-later
// CrossingFinder: when marks passed offsets, searched back from a time to the start of the file. A sample above the
// offset bounds the crossing from above, the sample at or below it from below; unknown samples between widen it. The
// search never crosses a fall of the mark or a deletion: then the answer is `ambiguous`. A mark that is not above the
// offset at all is `not-applicable`, one that was always above it `no-history`.
// Thread rule: the connection's thread, inside its read transaction. SQLite's exceptions pass.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "models/timeline/block_reader.h"
#include "models/timeline/catalogue.h"

namespace tidemark {

// One search, fed samples of one lane from the newest to the oldest.
class CrossingSearch final {
 public:
  struct Point {
    std::int64_t seq = 0;
    LocalTime at;
    std::int64_t value = 0;
  };
  explicit CrossingSearch(std::int64_t offset) : offset_(offset) {}
  // `before` ended for the same mark and offset: where this search comes upon its way, the rest is known.
  void resume(const CrossingSearch& before) { before_ = std::make_unique<CrossingSearch>(before.outcome()); }
  bool done() const { return done_; }
  void feed(std::int64_t seq, LocalTime at, std::int64_t value, Reason reason);
  const std::optional<Point>& below() const { return below_; }
  const std::optional<Point>& above() const { return above_; }
  bool broken() const { return broken_; }
  bool seen() const { return below_ || above_ || broken_; }
  CrossingSearch outcome() const;

 private:
  std::int64_t offset_;
  std::int64_t newest_ = -1;  // seq of the first sample fed
  std::optional<Point> below_, above_;
  bool broken_ = false;
  bool done_ = false;
  std::unique_ptr<CrossingSearch> before_;
};

// Searches that found the mark above the offset, by the column's first life and the offset. A group that stands still
// is asked for four times a second: only what is new since the last time is read then.
using CrossingCache = std::map<std::pair<SeriesId, std::int64_t>, CrossingSearch>;

// The answer of the searches of all lanes of one mark.
Known<Crossing> combine(const std::vector<CrossingSearch>& lanes, std::int64_t offset);

class CrossingFinder final {
 public:
  CrossingFinder(SQLite::Database& db, const Catalogue& catalogue, BlockReader& blocks, CrossingCache& cache)
      : db_(db), catalogue_(catalogue), blocks_(blocks), cache_(cache) {}
  // Fills snapshot.crossings for the keys, at or before snapshot.to.
  Result<> find(Snapshot& snapshot, const std::vector<CrossingKey>& keys);

 private:
  struct Task {
    std::size_t column = 0;  // of the catalogue
    std::int64_t offset = 0;
    CrossingSearch search;
  };
  std::pair<SeriesId, std::int64_t> cache_key(const Task& task) const {
    return {catalogue_.columns[task.column].lives.front(), task.offset};
  }
  void remember(const Task& task);
  Result<> walk(const Snapshot& snapshot, std::size_t lane, std::vector<Task*> tasks);
  Result<> walk_block(LaneId lane, std::int64_t block, LocalTime to, const std::vector<Task*>& tasks);

  SQLite::Database& db_;
  const Catalogue& catalogue_;
  BlockReader& blocks_;
  CrossingCache& cache_;
};

}  // namespace tidemark
