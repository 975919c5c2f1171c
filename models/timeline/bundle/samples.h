// SPDX-License-Identifier: GPL-3.0-or-later
// SampleCut: the samples of the polls that a bundle has, in its own segments: those of a block that is in the bundle as
// a whole and is in its densest form go over as they are, all others are read and encoded anew. Then its buckets.
// Thread rule: the connections' thread, inside their transactions. SQLite's exceptions pass; errors: `damaged`,
// `cancelled`.
#pragma once

#include <atomic>
#include <functional>
#include <stop_token>

#include "models/timeline/block_reader.h"
#include "models/timeline/bundle/cut.h"

namespace tidemark {

class SampleCut final {
 public:
  // `progress` takes a share of 1.
  SampleCut(SQLite::Database& from, SQLite::Database& into, const std::stop_token& stop,
            std::function<void(double)> progress);
  Result<> copy(const std::vector<LaneCut>& lanes);

 private:
  struct Series {
    SeriesId id;
    Signal signal;
    Object object;
    std::int64_t born = 0;
    std::optional<std::int64_t> died;
  };
  struct Part {
    LaneId lane;
    std::int64_t block = 0;
    std::int64_t first = 0, last = 0;  // seq of polls
  };
  std::vector<Series> series_of(const LaneCut& lane);
  bool as_it_is(const Part& part);
  Result<> encode(const Part& part, const std::vector<Series>& series);
  Result<> encode_some(const Part& part, std::span<const Series> series, std::int64_t& group);
  Result<> roll(const std::vector<LaneCut>& lanes);
  void insert(const Part& part, std::int64_t group, ByteView segment);

  SQLite::Database& from_;
  SQLite::Database& into_;
  const std::stop_token& stop_;
  std::function<void(double)> progress_;
  std::atomic<bool> cancelled_ = false;
  BlockReader blocks_;
  SQLite::Statement is_hot_, segments_, insert_;
};

}  // namespace tidemark
