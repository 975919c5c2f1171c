// SPDX-License-Identifier: GPL-3.0-or-later
// The name and the labels under which a series leaves for Prometheus and what reads as it does: in `timeline export
// --openmetrics` and in what `collect` writes to a receiver. Offsets have the names that kafka_exporter gives them, so
// that what reads those reads these, `import` too. Pure functions; any thread.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/domain/sample.h"

namespace tidemark {

struct MetricName {
  std::string family;
  std::vector<std::pair<std::string, std::string>> labels;  // values as they are: escape them where the format wants it
};

MetricName metric_name(const ClusterName& cluster, const SeriesSpec& spec);

}  // namespace tidemark
