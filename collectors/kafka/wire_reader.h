// SPDX-License-Identifier: GPL-3.0-or-later
// WireReader: Kafka's own binary form, read without trust: what does not fit into the bytes that are left is nothing.
// Room-internal. Value type; no thread rule.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <type_traits>

namespace tidemark {

class WireReader final {
 public:
  explicit WireReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  template <class Int>
  std::optional<Int> integer() {
    if (bytes_.size() < sizeof(Int)) return std::nullopt;
    std::make_unsigned_t<Int> value = 0;
    for (const std::byte byte : bytes_.first(sizeof(Int)))
      value = static_cast<std::make_unsigned_t<Int>>((value << 8) | std::to_integer<unsigned>(byte));
    bytes_ = bytes_.subspan(sizeof(Int));
    return static_cast<Int>(value);
  }

  std::optional<std::string> text() {
    const auto length = integer<std::int16_t>();
    if (!length || *length < 0 || bytes_.size() < static_cast<std::size_t>(*length)) return std::nullopt;
    const auto part = bytes_.first(static_cast<std::size_t>(*length));
    bytes_ = bytes_.subspan(part.size());
    return std::string(reinterpret_cast<const char*>(part.data()), part.size());  // NOLINT: bytes are text here
  }

  // A count of entries of at least `entry_size` bytes each: more than there are bytes for is refused before any memory.
  std::optional<std::size_t> count(std::size_t entry_size) {
    const auto value = integer<std::int32_t>();
    if (!value || *value < 0 || static_cast<std::size_t>(*value) > bytes_.size() / entry_size) return std::nullopt;
    return static_cast<std::size_t>(*value);
  }

  // Passes over a text whose length takes two bytes, -1 for none, or (compact) is one more and takes as many as it
  // needs. False where it does not fit.
  bool skip_text() {
    const auto length = integer<std::int16_t>();
    return length && (*length < 0 || skip(static_cast<std::size_t>(*length)));
  }
  bool skip_compact_text() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
      const auto byte = integer<std::uint8_t>();
      if (!byte) return false;
      value |= static_cast<std::uint64_t>(*byte & 0x7f) << shift;
      if ((*byte & 0x80) == 0) return value == 0 || skip(value - 1);
    }
    return false;
  }

 private:
  bool skip(std::uint64_t bytes) {
    if (bytes > bytes_.size()) return false;
    bytes_ = bytes_.subspan(static_cast<std::size_t>(bytes));
    return true;
  }

  std::span<const std::byte> bytes_;
};

}  // namespace tidemark
