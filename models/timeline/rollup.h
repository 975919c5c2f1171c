// SPDX-License-Identifier: GPL-3.0-or-later
// Rollups: samples gathered into buckets of the wall clock, pieces of one bucket put together, and buckets of 5 minutes
// gathered into hours. The order within a bucket is that of the polls, never of the wall: a clock that stepped back
// puts polls into a bucket again. Pure functions; any thread.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "models/domain/levels.h"

namespace tidemark {

// The buckets that some polls of a lane fall into.
struct BucketAxis {
  std::vector<BucketTime> times;       // ascending by start, each with a poll
  std::vector<std::uint32_t> of_poll;  // index into times
};
BucketAxis bucket_axis(std::span<const LocalTime> walls, Millis width);

// The buckets of one series: `values` and `reasons` beside the polls of the axis.
std::vector<Bucket> roll_up(const BucketAxis& axis, std::span<const std::int64_t> values,
                            std::span<const Reason> reasons, bool mark);

// The lag of each poll of a group's mark against the high mark; the results replace the first two.
void to_lag(std::span<std::int64_t> committed, std::span<Reason> reasons, std::span<const std::int64_t> high,
            std::span<const Reason> high_reasons);

// `later` holds polls of the same bucket that came after those in `bucket`. Called for millions of them.
inline void add_later(Bucket& bucket, const Bucket& later, bool mark) {
  const Reason reason = bucket.reason == Reason::none ? later.reason : worse_reason(bucket.reason, later.reason);
  if (bucket.known == 0) {
    if (later.known > 0) bucket = later;
  } else if (later.known > 0) {
    bucket.reset = bucket.reset || later.reset || (mark && later.last < bucket.last);
    bucket.low = mark ? later.low : std::min(bucket.low, later.low);
    bucket.high = mark ? later.high : std::max(bucket.high, later.high);
    bucket.last = later.last;
    bucket.known += later.known;
  }
  bucket.reason = reason;
}
void add_later(BucketTime& time, const BucketTime& later);

// A stretch of buckets without a hole that pieces are laid into, the earlier ones first. What no piece said stays
// unknown.
class BucketSpan final {
 public:
  // Buckets that touch [from, to].
  BucketSpan(LocalTime from, LocalTime to, Millis width);
  std::size_t size() const { return count_; }
  Millis width() const { return width_; }
  // Where a bucket that begins at `start`, at most as wide as ours, belongs; size() where it lies outside.
  std::size_t index_of(LocalTime start) const;
  // Times without polls.
  std::vector<BucketTime> times() const;

 private:
  std::int64_t first_ = 0;  // start of the first one over the width
  std::size_t count_ = 0;
  Millis width_;
};

// After all pieces are in: a bucket that every poll knew has no reason, one that nobody looked at says so, what was
// deleted stays so until it comes back, and a mark that is lower than in the bucket before it was reset.
void settle(std::span<Bucket> buckets, std::span<const BucketTime> times, bool mark);

}  // namespace tidemark
