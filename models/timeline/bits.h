// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of 0 to 64 bits, the lowest bit first, one after the other. Value types; no thread rule.
// A reader needs bit_padding bytes behind its bits that it may look at; it never looks further, and answers 0 and turns
// bad where its bits end.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#include "models/timeline/bytes.h"

namespace tidemark {

inline constexpr std::size_t bit_padding = 8;

class BitWriter final {
 public:
  void put(std::uint64_t value, unsigned width) {
    if (width == 0) return;
    if (width < 64) value &= (std::uint64_t{1} << width) - 1;
    held_ |= value << used_;
    if (used_ + width < 64) {
      used_ += width;
      return;
    }
    out_.u64(held_);
    const unsigned taken = 64 - used_;
    held_ = taken == 64 ? 0 : value >> taken;
    used_ = width - taken;
  }
  // Up to the next whole byte.
  void align() {
    for (; used_ > 0; used_ -= used_ < 8 ? used_ : 8) {
      out_.u8(static_cast<std::uint8_t>(held_));
      held_ >>= 8;
    }
  }
  std::size_t size() const { return out_.size(); }  // whole after align()
  ByteView view() const { return out_.view(); }

 private:
  ByteWriter out_;
  std::uint64_t held_ = 0;
  unsigned used_ = 0;
};

class BitReader final {
 public:
  // bit_padding bytes behind `bits` belong to the same storage.
  explicit BitReader(ByteView bits) : data_(bits.data()), size_(bits.size() * 8) {}
  bool ok() const { return ok_; }
  // Fewer than a byte is left.
  bool done() const { return ok_ && size_ - at_ < 8; }
  // Whether so many fields of this width are there: then next() may be called so often.
  bool has(std::size_t count, unsigned width) {
    if (width > 64 || count * width > size_ - at_) ok_ = false;
    return ok_;
  }
  std::uint64_t next(unsigned width) {
    const unsigned shift = at_ & 7;
    std::uint64_t value = load(data_ + at_ / 8) >> shift;
    if (shift + width > 64) value |= std::uint64_t{data_[at_ / 8 + 8]} << (64 - shift);
    at_ += width;
    return width < 64 ? value & ((std::uint64_t{1} << width) - 1) : value;
  }
  void align() { at_ = (at_ + 7) / 8 * 8; }

 private:
  static std::uint64_t load(const std::uint8_t* from) {
    if constexpr (std::endian::native == std::endian::little) {
      std::uint64_t value = 0;
      std::memcpy(&value, from, 8);
      return value;
    } else {
      return ByteReader(ByteView(from, 8)).u64();
    }
  }
  const std::uint8_t* data_;
  std::size_t size_;  // in bits
  std::size_t at_ = 0;
  bool ok_ = true;
};

}  // namespace tidemark
