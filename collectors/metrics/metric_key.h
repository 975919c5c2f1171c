// SPDX-License-Identifier: GPL-3.0-or-later
// MetricKey: one key for the many spellings of one metric. Exporters differ in case, in separators, in a "_total" or
// "_value" at the end, and in whether a part of the name stands in a label `name`; the part that says which statistic
// it is (count, 99thPercentile, a label `quantile`) is kept apart. Pure functions; any thread.
#pragma once

#include <string>
#include <string_view>

#include "collectors/metrics/exposition.h"

namespace tidemark::metrics {

struct MetricKey {
  std::string base;       // "kafkaserverreplicamanagerunderreplicatedpartitions"
  std::string attribute;  // "count", "bucket", "99thpercentile"; empty for the value itself
  auto operator<=>(const MetricKey&) const = default;
};

MetricKey key_of(std::string_view metric);
// The key of a series whose metric has the key `plain`: with the statistic that its labels tell.
std::string attribute_of(const MetricKey& plain, const Labels& labels);
// What the label `name` adds to the base; empty where there is none.
std::string folded_name(const Labels& labels);
// Labels that Kafka's JMX names bring come in quotes: "\"a->b\"". One pair of them is taken off.
std::string plain_label(std::string_view value);

}  // namespace tidemark::metrics
