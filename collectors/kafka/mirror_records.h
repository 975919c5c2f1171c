// SPDX-License-Identifier: GPL-3.0-or-later
// The records that MirrorMaker 2 keeps of its work, read without trust: offset syncs (an offset of the source and the
// one that its record got on the target), checkpoints (how far a group is, in offsets of both) and heartbeats.
// Source: OffsetSync, Checkpoint and Heartbeat of Apache Kafka 4.1, connect/mirror and connect/mirror-client; version
// 0, the only one. Pure functions; any thread. Offsets are as they stand there: of a record in a sync, next ones in a
// checkpoint.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "models/domain/ids.h"

namespace tidemark {

struct OffsetSync {
  TopicPartition source;  // by its name there
  std::int64_t source_offset = 0;
  std::int64_t target_offset = 0;
};

struct MirrorCheckpoint {
  GroupId group;
  TopicPartition target;  // by its name there
  std::int64_t source_offset = 0;
  std::optional<std::int64_t> target_offset;  // none: it could not be translated
};

struct MirrorHeartbeat {
  std::string source;  // aliases
  std::string target;
  std::int64_t at_ms = 0;
};

using WireBytes = std::span<const std::byte>;
std::optional<OffsetSync> parse_offset_sync(WireBytes key, WireBytes value);
std::optional<MirrorCheckpoint> parse_mirror_checkpoint(WireBytes key, WireBytes value);
std::optional<MirrorHeartbeat> parse_mirror_heartbeat(WireBytes key, WireBytes value);

}  // namespace tidemark
