// SPDX-License-Identifier: GPL-3.0-or-later
// FamilyRules: what OpenMetrics 1.0 asks of one metric family beyond its grammar: which samples a type has, which
// labels and values they may have, that metrics and points do not interleave, that buckets follow on each other. A
// family is given sample by sample in the order of the text. Thread rule: one thread. Errors: `input` without a place.
#pragma once

#include <set>
#include <span>
#include <string>

#include "collectors/metrics/exposition.h"

namespace tidemark::metrics {

// What the samples of a type are called: the family's name with one of these.
std::span<const std::string_view> suffixes(Type type);

class FamilyRules final {
 public:
  FamilyRules(Type type, std::string name) : type_(type), name_(std::move(name)) {}

  // Whether a sample of this name is one of the family's.
  bool owns(std::string_view sample) const;
  Result<> add(const Sample& sample);
  Result<> end() const;  // of the last point

 private:
  struct Point {  // of a histogram, as far as it was told
    std::optional<double> bound;
    double cumulated = 0;
    std::optional<double> count;
    bool sum = false, negative_sum = false, negative_bound = false;
  };
  bool is_histogram() const { return type_ == Type::histogram || type_ == Type::gaugehistogram; }
  std::string_view suffix_of(const Sample& sample) const;
  // The label that tells apart the samples of one point; empty where there is none.
  std::string_view own_label(std::string_view suffix) const;
  Result<> check_labels(const Sample& sample, std::string_view suffix) const;
  Result<> check_value(const Sample& sample, std::string_view suffix) const;
  Result<> check_exemplar(const Sample& sample, std::string_view suffix) const;
  Result<> place(const Sample& sample, std::string_view suffix);
  Result<> enter(const Sample& sample, std::string group);
  Result<> add_to_point(const Sample& sample, std::string_view suffix);

  Type type_;
  std::string name_;
  bool any_ = false;
  std::string group_;
  std::optional<double> time_;
  std::set<std::string> groups_;
  std::set<std::string> samples_;  // of the point
  Point point_;
};

}  // namespace tidemark::metrics
