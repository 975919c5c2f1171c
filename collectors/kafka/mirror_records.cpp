// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/mirror_records.h"

#include "collectors/kafka/wire_names.h"
#include "collectors/kafka/wire_reader.h"

namespace tidemark {
namespace {
std::optional<TopicPartition> read_partition(WireReader& reader) {
  auto topic = reader.text();
  const auto partition = topic ? reader.integer<std::int32_t>() : std::nullopt;
  if (!partition || *partition < 0 || !is_wire_topic(*topic)) return std::nullopt;
  return TopicPartition{TopicName(*std::move(topic)), PartitionId(*partition)};
}

bool is_first_version(WireReader& reader) {
  const auto version = reader.integer<std::int16_t>();
  return version && *version == 0;
}
}  // namespace

std::optional<OffsetSync> parse_offset_sync(WireBytes key, WireBytes value) {
  WireReader keys(key), values(value);
  auto partition = read_partition(keys);
  const auto source = values.integer<std::int64_t>();
  const auto target = values.integer<std::int64_t>();
  // The highest offset has no next one.
  if (!partition || !source || !target || *source < 0 || *target < 0 || *source == INT64_MAX || *target == INT64_MAX)
    return std::nullopt;
  return OffsetSync{*std::move(partition), *source, *target};
}

std::optional<MirrorCheckpoint> parse_mirror_checkpoint(WireBytes key, WireBytes value) {
  WireReader keys(key), values(value);
  auto group = keys.text();
  auto partition = group ? read_partition(keys) : std::nullopt;
  if (!partition || group->empty() || !is_wire_text(*group) || !is_first_version(values)) return std::nullopt;
  const auto source = values.integer<std::int64_t>();
  const auto target = values.integer<std::int64_t>();
  if (!source || !target || *source < 0 || !values.skip_text()) return std::nullopt;
  MirrorCheckpoint out{GroupId(*std::move(group)), *std::move(partition), *source, {}};
  if (*target >= 0) out.target_offset = target;
  return out;
}

std::optional<MirrorHeartbeat> parse_mirror_heartbeat(WireBytes key, WireBytes value) {
  WireReader keys(key), values(value);
  auto source = keys.text();
  auto target = source ? keys.text() : std::nullopt;
  if (!target || !is_wire_text(*source) || !is_wire_text(*target) || !is_first_version(values)) return std::nullopt;
  const auto at = values.integer<std::int64_t>();
  if (!at || *at < 0) return std::nullopt;
  return MirrorHeartbeat{*std::move(source), *std::move(target), *at};
}

}  // namespace tidemark
