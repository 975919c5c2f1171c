// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/metrics/family_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "collectors/metrics/text_scanner.h"

namespace tidemark::metrics {
namespace {
constexpr double infinity = std::numeric_limits<double>::infinity();

// A bound of a bucket: infinity is written in one way only.
std::optional<double> bound_of(std::string_view text) {
  if (text == "+Inf") return infinity;
  if (text == "-Inf") return -infinity;
  return real_number(text);
}

// Labels that are empty count as not there.
std::string key_of(const Labels& labels, std::string_view without) {
  std::vector<const Label*> sorted;
  for (const Label& label : labels)
    if (label.name != without && !label.value.empty()) sorted.push_back(&label);
  std::ranges::sort(sorted, {}, [](const Label* label) -> const std::string& { return label->name; });
  std::string key;
  for (const Label* label : sorted) key += fmt::format("{}={}:{},", label->name, label->value.size(), label->value);
  return key;
}

bool is_count(double value) { return value >= 0 && std::isfinite(value) && value == std::floor(value); }
bool is_sum(double value) { return value >= 0; }  // nor NaN
}  // namespace

std::span<const std::string_view> suffixes(Type type) {
  static constexpr std::array<std::string_view, 1> plain{""};
  static constexpr std::array<std::string_view, 2> counter{"_total", "_created"};
  static constexpr std::array<std::string_view, 4> summary{"", "_count", "_sum", "_created"};
  static constexpr std::array<std::string_view, 4> histogram{"_count", "_sum", "_bucket", "_created"};
  static constexpr std::array<std::string_view, 3> gaugehistogram{"_gcount", "_gsum", "_bucket"};
  static constexpr std::array<std::string_view, 1> info{"_info"};
  switch (type) {
    case Type::counter:
      return counter;
    case Type::summary:
      return summary;
    case Type::histogram:
      return histogram;
    case Type::gaugehistogram:
      return gaugehistogram;
    case Type::info:
      return info;
    default:
      return plain;
  }
}

bool FamilyRules::owns(std::string_view sample) const {
  if (!sample.starts_with(name_)) return false;
  const auto all = suffixes(type_);
  return std::ranges::find(all, sample.substr(name_.size())) != all.end();
}

std::string_view FamilyRules::suffix_of(const Sample& sample) const {
  return std::string_view(sample.name).substr(name_.size());
}

std::string_view FamilyRules::own_label(std::string_view suffix) const {
  if (is_histogram()) return suffix == "_bucket" ? "le" : "";
  if (type_ == Type::summary) return suffix.empty() ? "quantile" : "";
  return type_ == Type::stateset ? std::string_view(name_) : "";
}

Result<> FamilyRules::check_labels(const Sample& sample, std::string_view suffix) const {
  const std::string_view own = own_label(suffix);
  const std::string* const value = own.empty() ? nullptr : find_label(sample.labels, own);
  if (!own.empty() && !value)
    return refuse(fmt::format("\"{}\" without its label \"{}\"", shown(sample.name), shown(own)));
  if (own == "le" && is_histogram()) {
    const auto bound = bound_of(*value);
    if (!bound) return refuse(fmt::format("\"{}\" is no bound of a bucket", shown(*value)));
  }
  if (own == "quantile" && type_ == Type::summary) {
    const auto quantile = real_number(*value);
    if (!quantile || *quantile < 0 || *quantile > 1) return refuse(fmt::format("\"{}\" is no quantile", shown(*value)));
  }
  const std::string_view foreign = is_histogram() ? "le" : type_ == Type::summary ? "quantile" : "";
  if (!foreign.empty() && own.empty() && find_label(sample.labels, foreign))
    return refuse(fmt::format("\"{}\" with a label \"{}\"", shown(sample.name), foreign));
  return {};
}

Result<> FamilyRules::check_value(const Sample& sample, std::string_view suffix) const {
  const double value = sample.value;
  bool good = true;
  if (suffix == "_bucket" || suffix == "_count" || suffix == "_gcount") good = is_count(value);
  if (suffix == "_total" || suffix == "_sum") good = is_sum(value);
  if (suffix == "_gsum") good = !std::isnan(value);
  if (suffix == "_created") good = std::isfinite(value);
  if (type_ == Type::info) good = value == 1;
  if (type_ == Type::stateset) good = value == 0 || value == 1;
  if (type_ == Type::summary && suffix.empty()) good = !(value < 0);
  if (good) return {};
  return refuse(fmt::format("{} is no value for \"{}\" of a {}", value, shown(sample.name), word(type_)));
}

Result<> FamilyRules::check_exemplar(const Sample& sample, std::string_view suffix) const {
  if (!sample.exemplar) return {};
  if (suffix != "_bucket" && suffix != "_total")
    return refuse(fmt::format("an exemplar of \"{}\"", shown(sample.name)));
  if (suffix == "_bucket" && sample.exemplar->value > *bound_of(*find_label(sample.labels, "le")))
    return refuse(fmt::format("an exemplar that is not in its bucket of \"{}\"", shown(sample.name)));
  return {};
}

// The next point: metrics and points stand together, in the order of their times.
Result<> FamilyRules::enter(const Sample& sample, std::string group) {
  TM_CHECK(end());
  if (any_ && group != group_ && groups_.contains(group))
    return refuse(fmt::format("samples of \"{}\" with these labels stand apart", shown(sample.name)));
  if (any_ && group == group_ && type_ != Type::info) {
    if (sample.timestamp_ms.has_value() != time_.has_value())
      return refuse(fmt::format("\"{}\" with a time and without", shown(sample.name)));
    if (*sample.timestamp_ms < *time_) return refuse(fmt::format("the times of \"{}\" go back", shown(sample.name)));
  }
  any_ = true;
  group_ = std::move(group);
  groups_.insert(group_);
  time_ = sample.timestamp_ms;
  samples_.clear();
  point_ = {};
  return {};
}

Result<> FamilyRules::place(const Sample& sample, std::string_view suffix) {
  // Which labels of an info are the metric's and which the point's cannot be told.
  std::string group = type_ == Type::info ? std::string() : key_of(sample.labels, own_label(suffix));
  if (!any_ || group != group_ || sample.timestamp_ms != time_) TM_CHECK(enter(sample, std::move(group)));
  const bool first = samples_.insert(sample.name + '{' + key_of(sample.labels, {})).second;
  if (!first && !sample.timestamp_ms) return refuse(fmt::format("\"{}\" twice", shown(sample.name)));
  return {};
}

Result<> FamilyRules::add_to_point(const Sample& sample, std::string_view suffix) {
  if (suffix == "_bucket") {
    const double bound = *bound_of(*find_label(sample.labels, "le"));
    if (point_.bound && bound <= *point_.bound)
      return refuse(fmt::format("the buckets of \"{}\" do not rise", shown(name_)));
    if (sample.value < point_.cumulated)
      return refuse(fmt::format("a bucket of \"{}\" has less than the one before", shown(name_)));
    point_.bound = bound;
    point_.cumulated = sample.value;
    point_.negative_bound = point_.negative_bound || bound < 0;
  }
  if (suffix == "_count" || suffix == "_gcount") point_.count = sample.value;
  if (suffix == "_sum" || suffix == "_gsum") {
    point_.sum = true;
    point_.negative_sum = sample.value < 0;
  }
  return {};
}

Result<> FamilyRules::add(const Sample& sample) {
  const std::string_view suffix = suffix_of(sample);
  TM_CHECK(check_labels(sample, suffix));
  TM_CHECK(check_value(sample, suffix));
  TM_CHECK(check_exemplar(sample, suffix));
  TM_CHECK(place(sample, suffix));
  if (is_histogram()) TM_CHECK(add_to_point(sample, suffix));
  return {};
}

Result<> FamilyRules::end() const {
  if (!any_ || !is_histogram()) return {};
  const auto wrong = [this](std::string_view what) {
    return refuse(fmt::format("the histogram \"{}\" {}", shown(name_), what));
  };
  if (point_.bound != infinity) return wrong("has no bucket +Inf");
  if (point_.count && *point_.count != point_.cumulated) return wrong("counts something else than its bucket +Inf");
  if (point_.sum != point_.count.has_value()) return wrong("has one of sum and count without the other");
  if (type_ == Type::histogram && point_.sum && point_.negative_bound)
    return wrong("has a sum, and a bound below zero");
  if (point_.negative_sum && !point_.negative_bound) return wrong("has a sum below zero, but no such bound");
  return {};
}

}  // namespace tidemark::metrics
