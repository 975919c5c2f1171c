// SPDX-License-Identifier: GPL-3.0-or-later
// The schema that a record was written with, as Confluent's wire format tells it: a byte 0 and four bytes of an id,
// most significant first, before the payload, or the same in the header "__key_schema_id" or "__value_schema_id". A
// header that holds a GUID tells no id. Any bytes may look like a frame: only a registry knows whether an id is one.
// Thread rule: none, pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "collectors/kafka/dead_letter_headers.h"

namespace tidemark {

std::optional<std::int64_t> framed_id(std::string_view bytes);

enum class RecordPart : std::uint8_t { key, value };
// Of a part of a record; a header speaks before the payload.
std::optional<std::int64_t> framed_id(RecordPart part, std::string_view payload, std::span<const RecordHeader> headers);

}  // namespace tidemark
