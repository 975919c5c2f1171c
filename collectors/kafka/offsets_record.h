// SPDX-License-Identifier: GPL-3.0-or-later
// A record of __consumer_offsets, read without trust. Only commits of offsets are told; what else stands in the topic
// (metadata of groups, the records of newer protocols) is of no use here, whatever its version.
// Source: OffsetCommitKey and OffsetCommitValue of Kafka's group coordinator, key versions 0 and 1, value versions 0
// to 4. Pure functions; any thread. Offsets are next offsets; times are the coordinator's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "models/domain/ids.h"
#include "models/domain/time.h"

namespace tidemark {

struct OffsetCommit {
  GroupId group;
  TopicPartition partition;
  std::optional<std::int64_t> offset;  // none: it was deleted or has expired
  std::optional<BrokerTime> at;        // none: a deletion, which has only its record's time
};

struct OffsetsRecord {
  enum class What { commit, other, damaged };
  What what = What::damaged;
  OffsetCommit commit;
};

// `value`: none for a record without one.
OffsetsRecord parse_offsets_record(std::span<const std::byte> key, std::optional<std::span<const std::byte>> value);

}  // namespace tidemark
