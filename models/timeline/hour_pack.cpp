// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/hour_pack.h"

#include <algorithm>

namespace tidemark {
namespace {
LocalTime hour_of(LocalTime time) { return BucketSpan(time, time, width(Grain::hour)).times().front().start; }
}  // namespace

std::vector<BucketTime> hour_axis(RollupStore& store, std::int64_t lane, std::int64_t pack) {
  std::map<LocalTime, BucketTime> hours;
  std::int64_t seen = -1;
  for (const PartRow& row : store.parts({.level = Grain::five_minutes,
                                         .lane = lane,
                                         .first = pack * pack_blocks,
                                         .last = (pack + 1) * pack_blocks - 1})) {
    if (row.piece == seen) continue;
    const auto part = RollupDecoder::open(store.blob(row.roll));
    if (!part) continue;  // another part of the block may be sound
    seen = row.piece;
    for (const BucketTime& time : part->times()) {
      const LocalTime start = hour_of(time.start);
      add_later(hours.try_emplace(start, BucketTime{start, start, 0}).first->second, time);
    }
  }
  std::vector<BucketTime> axis;
  for (const auto& [start, time] : hours) axis.push_back(time);
  return axis;
}

void HourPack::add(ByteView part, const std::vector<std::int64_t>& series) {
  const auto decoder = RollupDecoder::open(part);
  if (!decoder) return;
  std::vector<std::size_t> places;
  for (const BucketTime& time : decoder->times()) {
    const auto place = std::ranges::lower_bound(axis_, hour_of(time.start), {}, &BucketTime::start);
    if (place == axis_.end()) return;
    places.push_back(static_cast<std::size_t>(place - axis_.begin()));
  }
  std::vector<Bucket> buckets(places.size());
  for (const RollupEntry& entry : decoder->entries()) {
    if (!std::ranges::binary_search(series, entry.key.series.value()) || !decoder->decode(entry, buckets)) continue;
    Gathered& into = series_[entry.key];
    into.mark = entry.mark;
    into.buckets.resize(axis_.size());
    for (std::size_t i = 0; i < places.size(); ++i) add_later(into.buckets[places[i]], buckets[i], entry.mark);
  }
}

std::vector<RollupPart> HourPack::take(std::size_t full) {
  std::vector<RollupPart> parts;
  RollupEncoder encoder(width(Grain::hour), axis_);
  const auto finish = [&] {
    if (encoder.entries() == 0) return;
    parts.back().blob = encoder.finish();
    encoder = RollupEncoder(width(Grain::hour), axis_);
  };
  for (auto& [key, gathered] : series_) {
    for (std::size_t i = 0; i < axis_.size(); ++i) {
      Bucket& bucket = gathered.buckets[i];
      if (bucket.known >= axis_[i].polls)
        bucket.reason = Reason::none;
      else if (bucket.reason == Reason::none)
        bucket.reason = Reason::never_polled;  // it did not stand in a block
    }
    if (encoder.entries() == 0) parts.push_back({{}, key.series.value(), 0, axis_.front().start, axis_.back().start});
    parts.back().last_series = key.series.value();
    encoder.add(key, gathered.buckets, gathered.mark);
    if (encoder.body_bytes() >= full) finish();
  }
  finish();
  return parts;
}

}  // namespace tidemark
