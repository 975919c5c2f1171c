// SPDX-License-Identifier: GPL-3.0-or-later
// The forms in which a segment keeps the known values of one series. Offsets are integers with Poisson noise in their
// steps, so forms of steps win, not those made for floats; which one is shortest is chosen per series. All arithmetic
// wraps, so any 64-bit values round-trip. Forms write to streams that series of one segment share: what looks alike is
// packed together. A predictor says the next step from the ones before; only what it misses is kept.
// Thread rule: none, pure functions. Sources: frame of reference after Lemire and Boytsov ("Decoding billions of
// integers per second through vectorization", 2015), tokens after pcodec's bins.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "models/timeline/bits.h"
#include "models/timeline/bytes.h"

namespace tidemark {

// What each form holds, after zigzag first value in `plain`:
enum class SegmentMode : std::uint8_t {
  constant = 0,  // nothing: all known values are the first; not even that where none is known
  raw = 1,       // plain: u64 each, the first too
  delta = 2,     // plain: zigzag steps (segments of version 1)
  delta2 = 3,    // plain: zigzag first step, zigzag changes of the step (segments of version 1)
  sparse = 4,    // steps: varint count, {varint zero steps before, zigzag step}…
  packed = 5,    // per 64 steps: heads: zigzag change of the least, u8 width; bits: step - least
  packed2 = 6,   // plain: zigzag first step; as packed, of the changes of the step
  // plain: u8 predictor, zigzag state…, varint of what is over a token of 255; a stream of tokens: zigzag misses.
  // One mode and one stream for each size of misses: below 1/4 in the mean, 1/2, 1, 2, 4, 8 and above.
  tokens = 7,
  wide_tokens = 14,  // as tokens, and plain: u8 shift after the predictor; tokens: misses >> shift; bits: the rest
};
inline constexpr std::uint8_t newest_mode = 14;

enum class SegmentStream : std::uint8_t { forms, plain, steps, heads, tokens, wide = tokens + 7, bits };
inline constexpr std::size_t stream_count = 13;

// `dense` takes some 7 % fewer bytes than `fast`, three times as long to write and longer to read.
enum class SegmentEffort : std::uint8_t { fast, dense };

class SegmentStreams final {
 public:
  ByteWriter& at(SegmentStream stream) { return bytes_[static_cast<std::size_t>(stream)]; }  // not for bits
  BitWriter& bits() { return bits_; }
  std::size_t size(SegmentStream stream) const {
    return stream == SegmentStream::bits ? bits_.size() : bytes_[static_cast<std::size_t>(stream)].size();
  }
  ByteView view(SegmentStream stream) const {
    return stream == SegmentStream::bits ? bits_.view() : bytes_[static_cast<std::size_t>(stream)].view();
  }

 private:
  std::array<ByteWriter, stream_count - 1> bytes_;
  BitWriter bits_;
};

struct ValuePlan {
  SegmentMode mode = SegmentMode::constant;
  std::uint8_t predictor = 0;
  std::uint8_t shift = 0;
  double bytes = 0;  // before streams are packed
};

ValuePlan plan_values(std::span<const std::int64_t> values, SegmentEffort effort);
void write_values(const ValuePlan& plan, std::span<const std::int64_t> values, SegmentStreams& out);

// What one series has in each stream; behind the bits lie bit_padding bytes.
using SeriesStreams = std::array<ByteView, stream_count>;
// `plain` stands behind the reasons. False where the streams do not hold exactly these many values.
bool read_values(SegmentMode mode, ByteReader plain, const SeriesStreams& in, std::span<std::int64_t> values);

// Whether series in this mode have a part of the stream.
bool uses(SegmentMode mode, SegmentStream stream);

inline std::int64_t wrap_minus(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}
inline std::int64_t wrap_plus(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

}  // namespace tidemark
