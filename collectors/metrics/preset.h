// SPDX-License-Identifier: GPL-3.0-or-later
// Preset: which metrics of which exporters are signals of ours, as data (resources/presets/metrics.json). For every
// signal it has candidates in order: the first that an endpoint has wins. Value types and pure functions; any thread.
// Errors: `usage` for a preset that the profile names and there is none, `internal` for data that is wrong.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collectors/metrics/metric_key.h"
#include "models/domain/names.h"
#include "models/domain/result.h"

namespace tidemark::metrics {

// counter: its growth per second. quantile: of what a histogram counted since the last scrape. mean: growth of its sum
// by growth of its count.
enum class Kind : std::uint8_t { gauge, counter, quantile, mean };
// What several series of one object make together.
enum class Join : std::uint8_t { sum, max, min, mean };

struct Condition {
  std::string label;               // "__name__" and "__type__" are those of the sample
  std::vector<std::string> globs;  // later ones win, '!' takes away; a label that is missing is ""
};

struct Candidate {
  std::string preset;  // "strimzi", "redpanda"
  std::string metric;  // as it is told to people
  MetricKey key;
  Kind kind = Kind::gauge;
  std::optional<MetricKey> count;  // of a mean whose count is another metric
  double quantile = 0.99;
  double scale = 1;             // into the unit of the signal
  bool complement = false;      // 1 - value
  bool share = false;           // of a whole: what is above 1 is no such share
  bool counted = false;         // a statistic that is 0 where nothing was counted: 0 is not known
  std::optional<double> least;  // of a gauge: what is below says that there is no value
  Join join = Join::sum;
  std::string object;  // "task:{connector}/{task}"; {a|b}: the first label that is there
  std::vector<Condition> where;
};

struct Meaning {
  Signal signal;
  std::string layer;
  std::string unit;
  std::vector<Candidate> candidates;
};

struct Preset {
  std::vector<Meaning> meanings;
};

// Only the candidates of the preset `only`, or of what it is another name for; "auto": all.
Result<Preset> parse_preset(std::string_view text, const std::string& only = "auto");

}  // namespace tidemark::metrics
