// SPDX-License-Identifier: GPL-3.0-or-later
// CrossingFinder: when marks passed offsets, searched back from a time to the start of the file. A sample above the
// offset bounds the crossing from above, the sample at or below it from below; unknown samples between widen it. The
// search never crosses a fall of the mark or a deletion: then the answer is `ambiguous`. A mark that is not above the
// offset at all is `not-applicable`, one that was always above it `no-history`.
// Thread rule: the connection's thread, inside its read transaction. SQLite's exceptions pass.
#pragma once

#include <atomic>
#include <vector>

#include "models/timeline/block_reader.h"
#include "models/timeline/catalogue.h"

namespace tidemark {

// One search, fed samples of one lane from the newest to the oldest.
class CrossingSearch final {
 public:
  struct Point {
    LocalTime at;
    std::int64_t value = 0;
  };
  explicit CrossingSearch(std::int64_t offset) : offset_(offset) {}
  bool done() const { return done_; }
  void feed(LocalTime at, std::int64_t value, Reason reason);
  const std::optional<Point>& below() const { return below_; }
  const std::optional<Point>& above() const { return above_; }
  bool broken() const { return broken_; }
  bool seen() const { return below_ || above_ || broken_; }

 private:
  std::int64_t offset_;
  std::optional<Point> below_, above_;
  bool broken_ = false;
  bool done_ = false;
};

// The answer of the searches of all lanes of one mark.
Known<Crossing> combine(const std::vector<CrossingSearch>& lanes, std::int64_t offset);

class CrossingFinder final {
 public:
  CrossingFinder(SQLite::Database& db, const Catalogue& catalogue, BlockReader& blocks)
      : db_(db), catalogue_(catalogue), blocks_(blocks) {}
  // Fills snapshot.crossings for the keys, at or before snapshot.to.
  Result<> find(Snapshot& snapshot, const std::vector<CrossingKey>& keys);

 private:
  struct Task {
    std::size_t column = 0;  // of the catalogue
    CrossingSearch search;
  };
  Result<> walk(const Snapshot& snapshot, std::size_t lane, std::vector<Task*> tasks);
  Result<> walk_block(LaneId lane, std::int64_t block, LocalTime to, const std::vector<Task*>& tasks);

  SQLite::Database& db_;
  const Catalogue& catalogue_;
  BlockReader& blocks_;
};

}  // namespace tidemark
