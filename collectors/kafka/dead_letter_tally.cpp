// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/dead_letter_tally.h"

namespace tidemark {

void DeadLetterTally::add(DeadLetterHeaders headers, std::int32_t partition, std::int64_t offset) {
  ++read_;
  proven_ = proven_ || !headers.cause.family.empty();
  std::string id = cause_id(headers.cause);
  if (causes_.size() >= most_causes && !causes_.contains(id)) {
    headers.cause = {.message = "other causes"};
    id = cause_id(headers.cause);
  }
  const auto [found, is_new] = causes_.try_emplace(std::move(id));
  Counted& counted = found->second;
  if (is_new) {
    counted.cause = std::move(headers.cause);
    counted.cause.partition = partition;
    counted.cause.offset = offset;
  }
  ++counted.count;
  counted.partition = partition;
  counted.offset = offset;
}

}  // namespace tidemark
