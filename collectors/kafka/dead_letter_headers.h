// SPDX-License-Identifier: GPL-3.0-or-later
// What the headers of a dead letter say, of the four families that have a fixed set: Kafka Connect ("__connect.errors."
// and so on; numbers as decimal text), Kafka Streams (KIP-1034, "__streams.errors."), share groups (KIP-1191,
// "__dlq.errors.") and Spring Kafka ("kafka_dlt-…"; the partition 4 bytes, offset and timestamp 8 bytes big-endian,
// though some write text). Of a record that was set aside more than once the headers repeat: the first one tells the
// origin, the last one what happened. Headers are hostile: values are cut, what is no UTF-8 counts as absent, what is
// quoted in a message is left out, for it may be the record itself.
// Thread rule: none, pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "models/domain/dead_letter.h"

namespace tidemark {

struct RecordHeader {
  std::string_view name;
  std::string_view value;  // bytes; null is empty
};

struct DeadLetterHeaders {
  DeadLetterCause cause;  // without the place of the dead letter itself
  std::optional<std::int32_t> origin_partition;
  std::optional<std::int64_t> origin_offset;
};

// A family of "" where no header is one of those.
DeadLetterHeaders parse_dead_letter(std::span<const RecordHeader> headers);
// A message without what changes from record to record, on one line, cut: numbers are '#', what is quoted or in
// brackets is '…'.
std::string message_pattern(std::string_view message);

}  // namespace tidemark
