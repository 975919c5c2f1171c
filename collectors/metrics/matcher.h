// SPDX-License-Identifier: GPL-3.0-or-later
// Matcher: finds in what an endpoint says the candidates of a preset: for every signal the first one that has a series.
// Pure; the views it returns point into the preset and the exposition. Any thread.
#pragma once

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "collectors/metrics/preset.h"

namespace tidemark::metrics {

struct Match {
  const Meaning* meaning = nullptr;
  const Candidate* candidate = nullptr;
  std::vector<const Sample*> samples;  // the gauge or counter; the buckets; the sums
  std::vector<const Sample*> counts;   // of a mean
};

class Matcher final {
 public:
  // The preset must outlive the matcher.
  explicit Matcher(const Preset& preset);
  // One for each meaning of the preset that has a series, in its order.
  std::vector<Match> match(const Exposition& exposition) const;
  // Whether any candidate could mean a metric of this name, with some labels.
  bool may_mean(std::string_view metric) const;

 private:
  struct Indexed {
    const Sample* sample;
    Type type;
  };
  using Index = std::unordered_map<std::string, std::vector<Indexed>>;  // by key, as text
  static std::vector<const Sample*> fitting(const Index& index, const std::string& key, const Candidate& candidate);
  Index index_of(const Exposition& exposition) const;
  std::unordered_set<std::string> wanted_;
  std::vector<std::string> bases_;  // sorted: a metric may have the rest of its name in a label
  const Preset& preset_;
};

// The object that a series is about: the candidate's template filled in with its labels. Nothing where a label that it
// needs is missing.
std::optional<Object> object_of(const std::string& pattern, const Labels& labels);

}  // namespace tidemark::metrics
