// SPDX-License-Identifier: GPL-3.0-or-later
// HourPack: gathers the 5 min buckets of some series of a lane, block by block, into hours. Memory: 32 bytes for each
// hour of each series. Thread rule: none, plain object.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "models/timeline/rollup_store.h"

namespace tidemark {

// The hours of the polls of a pack, ascending.
std::vector<BucketTime> hour_axis(RollupStore& store, std::int64_t lane, std::int64_t pack);

class HourPack final {
 public:
  explicit HourPack(std::vector<BucketTime> axis) : axis_(std::move(axis)) {}
  // Parts in the order of their blocks; of each block those that hold some of `series` (ascending). What is damaged is
  // left out.
  void add(ByteView part, const std::vector<std::int64_t>& series);
  // Parts of about `full` bytes before packing.
  std::vector<RollupPart> take(std::size_t full);

 private:
  struct Gathered {
    std::vector<Bucket> buckets;  // beside axis_
    bool mark = false;
  };
  std::vector<BucketTime> axis_;
  std::map<RollupKey, Gathered> series_;
};

}  // namespace tidemark
