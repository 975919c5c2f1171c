// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/offsets_record.h"

#include "collectors/kafka/wire_names.h"
#include "collectors/kafka/wire_reader.h"

namespace tidemark {
namespace {
constexpr std::int16_t newest_commit_key = 1;

// The offset and the time of a commit; false where they are not there.
bool read_value(std::span<const std::byte> bytes, OffsetCommit& commit) {
  WireReader reader(bytes);
  const auto version = reader.integer<std::int16_t>();
  if (!version || *version < 0 || *version > 4) return false;
  const auto offset = reader.integer<std::int64_t>();
  if (!offset || *offset < 0) return false;
  if (*version >= 3 && !reader.integer<std::int32_t>()) return false;  // the leader's epoch
  if (*version >= 4 ? !reader.skip_compact_text() : !reader.skip_text()) return false;
  const auto time = reader.integer<std::int64_t>();
  if (!time || *time < 0) return false;
  commit.offset = offset;
  commit.at = BrokerTime(Millis(*time));
  return true;
}
}  // namespace

OffsetsRecord parse_offsets_record(std::span<const std::byte> key, std::optional<std::span<const std::byte>> value) {
  using enum OffsetsRecord::What;
  WireReader reader(key);
  const auto version = reader.integer<std::int16_t>();
  if (!version) return {};
  if (*version < 0 || *version > newest_commit_key) return {other, {}};
  auto group = reader.text();
  auto topic = group ? reader.text() : std::nullopt;
  const auto partition = topic ? reader.integer<std::int32_t>() : std::nullopt;
  if (!partition || *partition < 0 || !is_wire_text(*group) || !is_wire_topic(*topic)) return {};
  OffsetsRecord out{commit,
                    {GroupId(std::move(*group)), {TopicName(std::move(*topic)), PartitionId(*partition)}, {}, {}}};
  if (value && !read_value(*value, out.commit)) return {};
  return out;
}

}  // namespace tidemark
