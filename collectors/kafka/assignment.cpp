// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/assignment.h"

#include <string>

namespace tidemark {
namespace {
class Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}

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

 private:
  std::span<const std::byte> bytes_;
};
}  // namespace

std::optional<std::vector<TopicPartition>> decode_assignment(std::span<const std::byte> bytes) {
  Reader reader(bytes);
  const auto version = reader.integer<std::int16_t>();
  if (!version || *version < 0) return std::nullopt;
  const auto topics = reader.count(sizeof(std::int16_t) + sizeof(std::int32_t));
  if (!topics) return std::nullopt;
  std::vector<TopicPartition> result;
  for (std::size_t i = 0; i < *topics; ++i) {
    const auto topic = reader.text();
    const auto partitions = topic ? reader.count(sizeof(std::int32_t)) : std::nullopt;
    if (!partitions) return std::nullopt;
    for (std::size_t j = 0; j < *partitions; ++j) {
      const auto partition = reader.integer<std::int32_t>();
      if (!partition || *partition < 0) return std::nullopt;
      result.push_back({TopicName(*topic), PartitionId(*partition)});
    }
  }
  return result;
}

}  // namespace tidemark
