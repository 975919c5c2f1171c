// SPDX-License-Identifier: GPL-3.0-or-later
// Byte strings of the timeline's blobs: a writer, a reader that never leaves its bounds, CRC-32 and zstd.
// Value types; no thread rule. Numbers are little endian, LEB128 varints, zigzag for signed ones.
// Errors: a ByteReader that runs out turns bad, answers 0 from then on and says so by ok(); unpack() is `damaged`.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/domain/result.h"

namespace tidemark {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

class ByteWriter final {
 public:
  void u8(std::uint8_t value) { bytes_.push_back(value); }
  void u16(std::uint16_t value) { fixed(value, 2); }
  void u32(std::uint32_t value) { fixed(value, 4); }
  void u64(std::uint64_t value) { fixed(value, 8); }
  void varint(std::uint64_t value) {
    while (value >= 0x80) {
      bytes_.push_back(static_cast<std::uint8_t>(value) | 0x80);
      value >>= 7;
    }
    bytes_.push_back(static_cast<std::uint8_t>(value));
  }
  void zigzag(std::int64_t value) {
    varint((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }
  void bytes(ByteView view) { bytes_.insert(bytes_.end(), view.begin(), view.end()); }
  void clear() { bytes_.clear(); }
  std::size_t size() const { return bytes_.size(); }
  ByteView view() const { return bytes_; }
  Bytes take() { return std::move(bytes_); }

 private:
  void fixed(std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) bytes_.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
  }
  Bytes bytes_;
};

class ByteReader final {
 public:
  explicit ByteReader(ByteView view) : view_(view) {}
  bool ok() const { return ok_; }
  std::size_t left() const { return view_.size(); }
  std::uint8_t u8() { return static_cast<std::uint8_t>(fixed(1)); }
  std::uint16_t u16() { return static_cast<std::uint16_t>(fixed(2)); }
  std::uint32_t u32() { return static_cast<std::uint32_t>(fixed(4)); }
  std::uint64_t u64() { return fixed(8); }
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (view_.empty()) return fail();
      const std::uint8_t byte = view_.front();
      view_ = view_.subspan(1);
      value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    return fail();
  }
  std::int64_t zigzag() {
    const std::uint64_t value = varint();
    return static_cast<std::int64_t>((value >> 1) ^ (0 - (value & 1)));
  }
  ByteView bytes(std::size_t size) {
    if (size > view_.size()) {
      fail();
      return {};
    }
    const ByteView part = view_.first(size);
    view_ = view_.subspan(size);
    return part;
  }
  ByteView rest() { return bytes(view_.size()); }

 private:
  std::uint64_t fail() {
    ok_ = false;
    view_ = {};
    return 0;
  }
  std::uint64_t fixed(std::size_t size) {
    const ByteView part = bytes(size);
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < part.size(); ++i) value |= static_cast<std::uint64_t>(part[i]) << (8 * i);
    return value;
  }
  ByteView view_;
  bool ok_ = true;
};

// CRC-32 of IEEE 802.3, as in zlib; `before` continues an earlier one.
std::uint32_t crc32(ByteView bytes, std::uint32_t before = 0);

// One zstd frame at level 1, appended to `out`. Of noise short repetitions are chance: naming them costs more than it
// saves.
void pack(ByteView bytes, ByteWriter& out, bool of_noise = false);
// The content of one zstd frame that unpacks to at most `limit` bytes.
Result<Bytes> unpack(ByteView frame, std::size_t limit);

}  // namespace tidemark
