// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/rollup.h"

#include <algorithm>

namespace tidemark {
namespace {
// Rounds down, also before the epoch.
std::int64_t bucket_of(LocalTime time, Millis width) {
  const std::int64_t at = ms(time), step = width.count();
  return at >= 0 ? at / step : -((step - 1 - at) / step);
}
}  // namespace

BucketAxis bucket_axis(std::span<const LocalTime> walls, Millis width) {
  BucketAxis axis;
  std::vector<std::int64_t> starts;
  for (const LocalTime wall : walls) starts.push_back(bucket_of(wall, width));
  std::vector<std::int64_t> distinct = starts;
  std::ranges::sort(distinct);
  const auto same = std::ranges::unique(distinct);
  distinct.erase(same.begin(), same.end());
  for (const std::int64_t start : distinct) axis.times.push_back({local_time(start * width.count()), {}, 0});
  for (std::size_t i = 0; i < walls.size(); ++i) {
    const auto index = static_cast<std::size_t>(std::ranges::lower_bound(distinct, starts[i]) - distinct.begin());
    axis.times[index].last = walls[i];
    ++axis.times[index].polls;
    axis.of_poll.push_back(static_cast<std::uint32_t>(index));
  }
  return axis;
}

std::vector<Bucket> roll_up(const BucketAxis& axis, std::span<const std::int64_t> values,
                            std::span<const Reason> reasons, bool mark) {
  std::vector<Bucket> buckets(axis.times.size());
  for (std::size_t i = 0; i < axis.of_poll.size(); ++i) {
    Bucket& bucket = buckets[axis.of_poll[i]];
    if (reasons[i] != Reason::none) {
      bucket.reason = worse_reason(bucket.reason, reasons[i]);
      continue;
    }
    const std::int64_t value = values[i];
    if (mark) {
      bucket.reset = bucket.reset || (bucket.known > 0 && value < bucket.last);
      bucket.low = bucket.high = value;
    } else {
      bucket.low = bucket.known == 0 ? value : std::min(bucket.low, value);
      bucket.high = bucket.known == 0 ? value : std::max(bucket.high, value);
    }
    bucket.last = value;
    ++bucket.known;
  }
  return buckets;
}

void to_lag(std::span<std::int64_t> committed, std::span<Reason> reasons, std::span<const std::int64_t> high,
            std::span<const Reason> high_reasons) {
  const auto known = [](std::int64_t value, Reason reason) {
    return reason == Reason::none ? Known<std::int64_t>(value) : Known<std::int64_t>(reason);
  };
  for (std::size_t i = 0; i < committed.size(); ++i) {
    const auto lag = lag_between(known(committed[i], reasons[i]), known(high[i], high_reasons[i]));
    committed[i] = lag.value_or(0);
    reasons[i] = lag.reason();
  }
}

void add_later(BucketTime& time, const BucketTime& later) {
  if (later.polls == 0) return;
  time.last = later.last;
  time.polls += later.polls;
}

BucketSpan::BucketSpan(LocalTime from, LocalTime to, Millis width)
    : first_(bucket_of(from, width)),
      count_(to < from ? 0 : static_cast<std::size_t>(bucket_of(to, width) - first_ + 1)),
      width_(width) {}

std::size_t BucketSpan::index_of(LocalTime start) const {
  const std::int64_t index = bucket_of(start, width_) - first_;
  return index < 0 || index >= static_cast<std::int64_t>(count_) ? count_ : static_cast<std::size_t>(index);
}

std::vector<BucketTime> BucketSpan::times() const {
  std::vector<BucketTime> out(count_);
  for (std::size_t i = 0; i < count_; ++i)
    out[i].start = out[i].last = local_time((first_ + static_cast<std::int64_t>(i)) * width_.count());
  return out;
}

void settle(std::span<Bucket> buckets, std::span<const BucketTime> times, bool mark) {
  const Bucket* before = nullptr;
  for (std::size_t i = 0; i < buckets.size(); ++i) {
    Bucket& bucket = buckets[i];
    bucket.known = std::min(bucket.known, times[i].polls);
    if (bucket.known == 0) {
      const bool was_deleted = i > 0 && buckets[i - 1].reason == Reason::deleted;
      if (times[i].polls == 0) bucket.reason = Reason::collector_off;
      if (bucket.reason == Reason::none) bucket.reason = Reason::never_polled;
      if (bucket.reason == Reason::never_polled && was_deleted) bucket.reason = Reason::deleted;
      continue;
    }
    if (bucket.known == times[i].polls) bucket.reason = Reason::none;
    if (mark && before && bucket.last < before->last) bucket.reset = true;
    before = &bucket;
  }
}

}  // namespace tidemark
