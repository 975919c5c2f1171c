// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes with which a classic consumer group's leader assigns partitions to a member (ConsumerProtocolAssignment,
// versions 0 to 3; later ones keep this prefix). They come from other people's clients: every length is checked.
// Pure functions; any thread. Layout: int16 version; int32 n x { string topic; int32 m x int32 partition }; user data,
// ignored. string = int16 length + bytes; all big-endian.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "models/domain/ids.h"

namespace tidemark {

// In the order of the bytes; nothing where they are cut short or make no sense.
std::optional<std::vector<TopicPartition>> decode_assignment(std::span<const std::byte> bytes);

}  // namespace tidemark
