// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/history/offset_names.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace tidemark::history {
namespace {
struct Dialect {
  const char* metric;
  Meaning meaning;
  const char* topic;
  const char* partition;
  const char* group;
};
constexpr auto dialects = std::to_array<Dialect>({
    {"kafka_topic_partition_current_offset", Meaning::high, "topic", "partition", ""},
    {"kafka_topic_partition_oldest_offset", Meaning::floor, "topic", "partition", ""},
    {"kafka_consumergroup_current_offset", Meaning::group, "topic", "partition", "consumergroup"},
    {"kminion_kafka_topic_partition_high_water_mark", Meaning::high, "topic_name", "partition_id", ""},
    {"kminion_kafka_topic_partition_low_water_mark", Meaning::floor, "topic_name", "partition_id", ""},
    {"kminion_kafka_consumer_group_topic_partition_lag", Meaning::group_lag, "topic_name", "partition_id", "group_id"},
    {"kafka_partition_latest_offset", Meaning::high, "topic", "partition", ""},
    {"kafka_partition_earliest_offset", Meaning::floor, "topic", "partition", ""},
    {"kafka_consumergroup_group_offset", Meaning::group, "topic", "partition", "group"},
});

std::string label(const metrics::Labels& labels, std::string_view name) {
  const std::string* found = metrics::find_label(labels, name);
  return found ? *found : std::string();
}

std::optional<PartitionId> partition_in(const std::string& text) {
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return PartitionId(number);
}
}  // namespace

std::vector<std::string> offset_metrics() {
  std::vector<std::string> out;
  for (const Dialect& dialect : dialects) out.emplace_back(dialect.metric);
  return out;
}

std::optional<OffsetSeries> offset_series(std::string_view metric, const metrics::Labels& labels) {
  const auto dialect = std::ranges::find(dialects, metric, &Dialect::metric);
  if (dialect == dialects.end()) return std::nullopt;
  const auto partition = partition_in(label(labels, dialect->partition));
  std::string topic = label(labels, dialect->topic);
  std::string group = *dialect->group ? label(labels, dialect->group) : std::string();
  if (!partition || topic.empty() || (*dialect->group && group.empty())) return std::nullopt;
  OffsetSeries out{dialect->meaning, {}, {TopicName(std::move(topic)), *partition}, GroupId(std::move(group)), {}};
  for (const char* name : {"cluster_name", "cluster", "kafka_cluster"})
    if (out.cluster.value().empty()) out.cluster = ClusterName(label(labels, name));
  out.target = label(labels, "job") + ' ' + label(labels, "instance");
  if (out.target == " ") out.target.clear();
  return out;
}

}  // namespace tidemark::history
