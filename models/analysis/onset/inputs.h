// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs: the series of a timeline that an order of onset is made of: rates of marks by topic, group, table and mirror,
// the commits of tables, gauges of metric endpoints. What a mirror copies is no producer's. An input names its columns;
// its samples are read when it is judged. Room-internal. Thread rule: none, pure functions; the snapshot must outlive
// the inputs. Units: records per second, ms, the unit of a gauge.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/analysis/lag.h"
#include "models/analysis/onset/beats.h"
#include "models/analysis/onset/layers.h"
#include "models/domain/profile.h"

namespace tidemark {

struct OnsetInput {
  enum class Kind : std::uint8_t { rate, share, gauge, commits };
  Kind kind = Kind::rate;
  LayerPlace place;
  ClusterName cluster;
  Object object;
  std::string topic;                     // of a rate; empty: of none, or of several
  std::string series;                    // "produce_rate", "mirror_rate", "read_rate:G" of a partition, a signal …
  std::string unit;                      // "/s", "ms", …
  std::vector<std::size_t> columns;      // of one lane; a rate is their sum's
  std::vector<std::size_t> denominator;  // of a share: beside each column that which it is a share of
  BeatSeries commits;                    // of Kind::commits
  bool paced = false;                    // its pauses are judged by the commits of its table
  std::vector<std::size_t> others;       // a sum's columns that another lane reads: judged alone
};

// In no particular order that matters; the same for the same snapshot.
std::vector<OnsetInput> onset_inputs(const Snapshot& snapshot, const OnsetWindow& window, const Filter& filter,
                                     const Profile& profile);
// The members of a sum as inputs of their own.
std::vector<OnsetInput> parts_of(const Snapshot& snapshot, const OnsetInput& sum);

// What an input says over the snapshot: its samples, and its beats where it moves in steps.
struct InputSamples {
  SampledSeries series;
  std::optional<BeatSeries> beats;
};
InputSamples samples_of(const Snapshot& snapshot, const OnsetInput& input, const OnsetWindow& window);

}  // namespace tidemark
