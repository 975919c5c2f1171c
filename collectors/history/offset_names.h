// SPDX-License-Identifier: GPL-3.0-or-later
// What the offset metrics of other exporters mean: kafka_exporter, KMinion and kafka-lag-exporter (klag-exporter speaks
// as the last). They name the mark and carry topic, partition and group as labels; KMinion tells how far a group lies
// behind instead of where it is. Pure functions; any thread. Source: their documents of metrics.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "collectors/metrics/exposition.h"
#include "models/domain/ids.h"

namespace tidemark::history {

enum class Meaning : std::uint8_t { high, floor, group, group_lag };

struct OffsetSeries {
  Meaning meaning = Meaning::high;
  ClusterName cluster;  // empty where no label tells it
  TopicPartition partition;
  GroupId group;       // of group and group_lag
  std::string target;  // whose scrape it was: "job instance"; empty where nothing tells
  auto operator<=>(const OffsetSeries&) const = default;
};

// The names of all metrics that mean offsets.
std::vector<std::string> offset_metrics();
// Nothing for a metric that means no offset, or that lacks a label.
std::optional<OffsetSeries> offset_series(std::string_view metric, const metrics::Labels& labels);

}  // namespace tidemark::history
