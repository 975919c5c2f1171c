// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/rolled_back.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidemark {

bool put_range(std::vector<CommitRange>& ranges, const TopicPartition& partition, std::int64_t from, std::int64_t next,
               std::optional<std::int64_t> gone) {
  if (!gone || *gone <= std::min(from, next)) {
    ranges.push_back({partition, from, next});
    return gone && from == next;
  }
  const std::int64_t open_to = std::min(*gone, next);
  ranges.push_back({partition, open_to, open_to});
  if (open_to < next) ranges.push_back({partition, open_to, next});
  return true;
}

std::string rolled_back_why(const TopicPartition& partition, std::int64_t gone, const std::string& version) {
  return fmt::format(
      "The table was rolled back, and rows up to offset {} of {}/{} went; version {} came then, and does not tell "
      "whether it has them again.",
      gone, partition.topic.value(), partition.partition.value(), version);
}

void raise(SourceOffsets& offsets, const SourceOffsets& others) {
  for (const auto& [partition, next] : others) {
    std::int64_t& at = offsets.try_emplace(partition, next).first->second;
    at = std::max(at, next);
  }
}

}  // namespace tidemark
