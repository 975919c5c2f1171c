// SPDX-License-Identifier: GPL-3.0-or-later
// Sources of metrics with the signals that were found there, and apart from them those that were not, as views show
// them. Thread rule: none, pure functions.
#pragma once

#include "models/analysis/branch.h"
#include "models/analysis/metrics.h"

namespace tidemark {

// A source, or the signals that it has no metric for.
struct MetricGroup {
  MetricSource source;
  bool matched = true;
  std::int64_t signal_count = 0;  // different ones
  std::int64_t unknown = 0;       // rows without a value
  bool one_of_many = false;       // clusters
};

// A signal with its value, or one that nothing was matched to: only its source, its name and its layer are known.
struct MetricLine {
  MetricRow row;
  bool matched = true;
};

using MetricBranches = std::vector<Branch<MetricGroup, MetricLine>>;

// Which signal of which object; the same in every poll.
struct MetricChoice {
  std::string source;
  ClusterName cluster;
  Signal signal;
  Object object;
  bool operator==(const MetricChoice&) const = default;
};
MetricChoice choice_of(const MetricRow& row);

struct Metrics {
  LocalTime at;
  MetricBranches rows;  // first what was matched, then what was not, by cluster and source

  std::size_t values() const;  // rows that were matched
};

// Of rows by source, signal and object.
Metrics metrics_of(std::vector<MetricRow> rows, const std::vector<UnmatchedSignal>& unmatched,
                   std::vector<MetricSource> sources, LocalTime at);
// Its row (parts that are empty fit any), or the first one with a value, or the first one; null where there is none.
const MetricRow* find_metric(const Metrics& metrics, const std::optional<MetricChoice>& wanted);

}  // namespace tidemark
