// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/assignment.h"

#include "collectors/kafka/wire_reader.h"

namespace tidemark {
std::optional<std::vector<TopicPartition>> decode_assignment(std::span<const std::byte> bytes) {
  WireReader reader(bytes);
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
