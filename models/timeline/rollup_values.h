// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a rollup part, in streams that its series share. What lies near something usual is told by how far it
// is from it, and that by a token, the number of its bits, and the bits below the highest one: tokens of one kind stand
// together, so packing them finds how often which one is. All arithmetic wraps, so any 64-bit values round-trip.
// Thread rule: none, plain objects.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "models/timeline/bits.h"
#include "models/timeline/bytes.h"

namespace tidemark {

enum class RollupStream : std::uint8_t { keys, forms, plain, marks, lows, spans, lasts, bits };
inline constexpr std::size_t rollup_streams = 8;
constexpr bool has_tokens(RollupStream stream) { return stream >= RollupStream::marks && stream < RollupStream::bits; }

class RollupStreams final {
 public:
  ByteWriter& at(RollupStream stream) { return bytes_[static_cast<std::size_t>(stream)]; }  // not for bits
  void put(RollupStream tokens, std::uint64_t value) {
    const auto width = static_cast<unsigned>(std::bit_width(value));
    at(tokens).u8(static_cast<std::uint8_t>(width));
    if (width > 1) bits_.put(value, width - 1);
  }
  void align() { bits_.align(); }
  ByteView view(RollupStream stream) const {
    return stream == RollupStream::bits ? bits_.view() : bytes_[static_cast<std::size_t>(stream)].view();
  }
  std::size_t size() const;  // of all

 private:
  std::array<ByteWriter, rollup_streams - 1> bytes_;
  BitWriter bits_;
};

// Values of one kind and series, told either by their distance to a level, or by a first one and how far each step is
// from the usual step. Order in `plain`: zigzag level; or zigzag first value, zigzag usual step.
class RollupColumn final {
 public:
  // Of several values the way that takes fewer bits, or steps in any case.
  void look(std::span<const std::int64_t> values, bool only_steps);
  bool steps() const { return steps_; }
  void write_head(ByteWriter& plain) const;
  // The value at `i`, in ascending order.
  void write(std::size_t i, RollupStream tokens, RollupStreams& out) const {
    if (!steps_) return out.put(tokens, distances_[i]);
    if (i > 0) out.put(tokens, misses_[i - 1]);
  }

 private:
  bool steps_ = false;
  std::int64_t first_ = 0, usual_ = 0, level_ = 0;
  std::vector<std::uint64_t> distances_, misses_;
  std::vector<std::int64_t> sorted_;
};

// Where the numbers of one series begin.
struct RollupPlace {
  std::uint32_t plain = 0;
  std::array<std::uint32_t, 4> tokens{};  // from RollupStream::marks on
  std::uint32_t bits = 0;

  std::uint32_t& of(RollupStream stream) {
    return tokens[static_cast<std::size_t>(stream) - static_cast<std::size_t>(RollupStream::marks)];
  }
  std::uint32_t of(RollupStream stream) const {
    return tokens[static_cast<std::size_t>(stream) - static_cast<std::size_t>(RollupStream::marks)];
  }
  // Goes past so many tokens and their bits; false where they are not there.
  bool skip(RollupStream stream, std::size_t count, ByteView all);
};

// Reads what RollupColumn wrote. RollupPlace::skip() went over its tokens before.
class RollupColumnReader final {
 public:
  RollupColumnReader(bool steps, ByteReader& plain, ByteView tokens);
  std::int64_t next(BitReader& bits);

 private:
  bool steps_, begun_ = false;
  std::int64_t value_, usual_ = 0;
  const std::uint8_t* token_;
};

// The value whose token this is.
inline std::uint64_t read_token(std::uint8_t token, BitReader& bits) {
  if (token < 2) return token;
  return std::uint64_t{1} << (token - 1U) | bits.next(token - 1U);
}

}  // namespace tidemark
