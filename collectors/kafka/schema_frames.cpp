// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/schema_frames.h"

#include <algorithm>

namespace tidemark {

std::optional<std::int64_t> framed_id(std::string_view bytes) {
  constexpr std::size_t id_bytes = 4;
  if (bytes.size() < 1 + id_bytes || bytes.front() != '\0') return std::nullopt;
  std::uint32_t id = 0;
  for (std::size_t i = 1; i <= id_bytes; ++i) id = id << 8 | static_cast<std::uint8_t>(bytes[i]);
  // A registry counts from 1, in a Java int.
  if (id == 0 || id > 0x7fff'ffffu) return std::nullopt;
  return id;
}

std::optional<std::int64_t> framed_id(RecordPart part, std::string_view payload,
                                      std::span<const RecordHeader> headers) {
  const std::string_view name = part == RecordPart::key ? "__key_schema_id" : "__value_schema_id";
  const auto told = std::ranges::find(headers, name, &RecordHeader::name);
  return framed_id(told == headers.end() ? payload : told->value);
}

}  // namespace tidemark
