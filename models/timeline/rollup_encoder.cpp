// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/timeline/rollup_codec.h"
#include "models/timeline/value_codec.h"

namespace tidemark {

RollupEncoder::RollupEncoder(Millis width, std::vector<BucketTime> times) : width_(width), times_(std::move(times)) {}

void RollupEncoder::add_missing(std::span<const Bucket> buckets) {
  ByteWriter& plain = streams_.at(RollupStream::plain);
  const auto missing = [&](std::size_t i) { return times_[i].polls - buckets[i].known; };
  const auto reason = [&](std::size_t i) { return missing(i) == 0 ? Reason::none : buckets[i].reason; };
  for (std::size_t i = 0; i < buckets.size();) {
    std::size_t end = i + 1;
    while (end < buckets.size() && missing(end) == missing(i) && reason(end) == reason(i)) ++end;
    plain.varint(end - i);
    plain.varint(missing(i));
    plain.u8(static_cast<std::uint8_t>(reason(i)));
    i = end;
  }
}

std::uint8_t RollupEncoder::add_gaps(std::span<const Bucket> buckets, bool mark) {
  std::uint8_t form = mark ? 0 : gauge_form;
  std::vector<std::size_t> resets;
  for (std::size_t i = 0; i < buckets.size(); ++i) {
    if (buckets[i].known < times_[i].polls) form |= missing_form;
    if (buckets[i].reset) resets.push_back(i);
  }
  if ((form & missing_form) != 0) add_missing(buckets);
  if (resets.empty()) return form;
  ByteWriter& plain = streams_.at(RollupStream::plain);
  plain.varint(resets.size());
  std::size_t last = 0;
  for (const std::size_t at : resets) {
    plain.varint(at - last);
    last = at;
  }
  return static_cast<std::uint8_t>(form | reset_form);
}

void RollupEncoder::add_form(RollupKey key, std::uint8_t form) {
  const std::int64_t number = key.series.value() * 2 + (key.lag ? 1 : 0);
  streams_.at(RollupStream::keys).zigzag(wrap_minus(number, last_key_));
  streams_.at(RollupStream::forms).u8(form);
  last_key_ = number;
  ++entries_;
}

std::uint8_t RollupEncoder::add_gauge() {
  for (std::size_t i = 0; i < lasts_.size(); ++i) {
    offsets_up_[i] = wrap_minus(highs_[i], lasts_[i]);
    lasts_[i] = wrap_minus(lasts_[i], lows_[i]);
    highs_[i] = wrap_minus(highs_[i], lows_[i]);
  }
  low_.look(lows_, false);
  span_.look(highs_, false);
  const auto bits = [](const std::vector<std::int64_t>& values) {
    int sum = 0;
    for (const std::int64_t value : values) sum += static_cast<int>(std::bit_width(static_cast<std::uint64_t>(value)));
    return sum;
  };
  const bool from_high = bits(offsets_up_) < bits(lasts_);
  ByteWriter& plain = streams_.at(RollupStream::plain);
  low_.write_head(plain);
  span_.write_head(plain);
  for (std::size_t i = 0; i < lasts_.size(); ++i) {
    low_.write(i, RollupStream::lows, streams_);
    span_.write(i, RollupStream::spans, streams_);
    streams_.put(RollupStream::lasts, static_cast<std::uint64_t>((from_high ? offsets_up_ : lasts_)[i]));
  }
  return static_cast<std::uint8_t>((low_.steps() ? low_steps_form : 0) | (span_.steps() ? span_steps_form : 0) |
                                   (from_high ? from_high_form : 0));
}

void RollupEncoder::add(RollupKey key, std::span<const Bucket> buckets, bool mark) {
  std::uint8_t form = add_gaps(buckets, mark);
  lasts_.clear();
  lows_.clear();
  highs_.clear();
  for (const Bucket& bucket : buckets) {
    if (bucket.known == 0) continue;
    lasts_.push_back(bucket.last);
    if (mark) continue;
    lows_.push_back(bucket.low);
    highs_.push_back(bucket.high);
  }
  const auto same = [&](const std::vector<std::int64_t>& values) {
    return std::ranges::all_of(values, [&](std::int64_t value) { return value == lasts_.front(); });
  };
  ByteWriter& plain = streams_.at(RollupStream::plain);
  if (same(lasts_) && same(lows_) && same(highs_)) {
    form |= constant_form;
    if (!lasts_.empty()) plain.zigzag(lasts_.front());
  } else if (mark) {
    low_.look(lasts_, true);
    low_.write_head(plain);
    for (std::size_t i = 0; i < lasts_.size(); ++i) low_.write(i, RollupStream::marks, streams_);
  } else {
    offsets_up_.resize(lasts_.size());
    form |= add_gauge();
  }
  add_form(key, form);
}

void RollupEncoder::add_with_lag(SeriesId series, std::span<const Bucket> marks, std::span<const Bucket> lags,
                                 const High* high) {
  bool follows = high != nullptr;
  for (std::size_t i = 0; follows && i < marks.size(); ++i)
    follows = marks[i].known == 0 || (high->buckets[i].known > 0 && lags[i].known > 0 &&
                                      marks[i].last == wrap_minus(high->buckets[i].last, lags[i].last));
  if (follows) {
    const std::uint8_t form = add_gaps(marks, true);
    streams_.at(RollupStream::plain).varint(entries_ - high->entry);
    add_form({series}, static_cast<std::uint8_t>(form | behind_form));
  } else {
    add({series}, marks, true);
  }
  add({series, true}, lags, false);
}

Bytes RollupEncoder::finish() {
  const auto index = [&](const BucketTime& time) { return ms(time.start) / width_.count(); };
  streams_.align();
  ByteWriter directory, body;
  for (std::size_t i = 0; i < times_.size(); ++i) {
    directory.varint(i == 0 ? 0 : static_cast<std::uint64_t>(index(times_[i]) - index(times_[i - 1])));
    directory.varint(times_[i].polls);
    directory.varint(static_cast<std::uint64_t>((times_[i].last - times_[i].start).count()));
  }
  for (std::size_t i = 0; i < rollup_streams; ++i) {
    const auto stream = static_cast<RollupStream>(i);
    const ByteView plain = streams_.view(stream);
    ByteWriter packed;
    pack(plain, packed, has_tokens(stream));
    const ByteView stored = packed.size() < plain.size() ? packed.view() : plain;
    directory.varint(plain.size());
    directory.varint(stored.size());
    body.bytes(stored);
  }
  ByteWriter out;
  out.u32(rollup_magic);
  out.u8(rollup_version);
  out.u8(0);
  out.u16(0);
  out.u32(static_cast<std::uint32_t>(width_.count() / 1000));
  out.u32(static_cast<std::uint32_t>(times_.size()));
  out.u32(static_cast<std::uint32_t>(entries_));
  out.u32(static_cast<std::uint32_t>(directory.size()));
  out.u32(static_cast<std::uint32_t>(body.size()));
  out.u32(static_cast<std::uint32_t>(streams_.size()));
  out.u32(crc32(body.view()));
  out.u64(times_.empty() ? 0 : static_cast<std::uint64_t>(index(times_.front())));
  out.u32(crc32(directory.view(), crc32(out.view())));
  out.bytes(directory.view());
  out.bytes(body.view());
  return out.take();
}

}  // namespace tidemark
