// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/metric_name.h"

#include <cctype>

namespace tidemark {
namespace {
std::string own_family(std::string_view signal) {
  std::string out = "tidemark_";
  for (const char c : signal) out += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  return out;
}
}  // namespace

MetricName metric_name(const ClusterName& cluster, const SeriesSpec& spec) {
  MetricName out;
  if (!cluster.value().empty()) out.labels.emplace_back("cluster", cluster.value());
  if (const auto tp = object::as_partition(spec.object)) {
    out.labels.emplace_back("topic", tp->topic.value());
    out.labels.emplace_back("partition", std::to_string(tp->partition.value()));
  } else {
    out.labels.emplace_back("object", spec.object.value());
  }
  const std::string& signal = spec.signal.value();
  const auto colon = signal.find(':');
  if (spec.signal == signal::high) {
    out.family = "kafka_topic_partition_current_offset";
  } else if (spec.signal == signal::floor) {
    out.family = "kafka_topic_partition_oldest_offset";
  } else if (const auto group = signal::group_of(spec.signal)) {
    out.family = "kafka_consumergroup_current_offset";
    out.labels.emplace_back("consumergroup", group->value());
  } else {
    out.family = own_family(std::string_view(signal).substr(0, colon));
    if (colon != std::string::npos)
      out.labels.emplace_back(signal.starts_with("table:") ? "table" : "group", signal.substr(colon + 1));
  }
  return out;
}

}  // namespace tidemark
