// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/metrics/metric_key.h"

#include <algorithm>
#include <array>

#include "collectors/core/plain_text.h"
#include "collectors/metrics/text_scanner.h"

namespace tidemark::metrics {
namespace {
constexpr std::size_t longest_label = 240;
constexpr std::array<std::string_view, 3> dropped{"value", "total", "info"};
constexpr std::array<std::string_view, 12> attributes{
    "count",    "sum",           "bucket",         "max",
    "min",      "mean",          "stddev",         "rate",
    "meanrate", "oneminuterate", "fiveminuterate", "fifteenminuterate"};
constexpr std::string_view percentile = "thpercentile";

// Letters and digits only, in lower case.
std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z')
      out += static_cast<char>(c + 32);
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      out += c;
  }
  return out;
}

// The last word of a name with words between separators.
std::string last_word(std::string_view& name) {
  const auto separator = name.find_last_of("_:.");
  if (separator == std::string_view::npos) return {};
  return squeezed(name.substr(separator + 1));
}

void drop_last_word(std::string_view& name) { name = name.substr(0, name.find_last_of("_:.")); }

// "0.99" as "99thpercentile", "0.5" as "50thpercentile".
std::string percentile_of(std::string_view quantile) {
  if (!real_number(quantile) || !quantile.starts_with("0.")) return "quantile:" + std::string(quantile);
  std::string digits(quantile.substr(2));
  while (digits.size() > 2 && digits.back() == '0') digits.pop_back();
  if (digits.size() == 1) digits += '0';
  return digits + std::string(percentile);
}
}  // namespace

MetricKey key_of(std::string_view metric) {
  MetricKey key;
  std::string word = last_word(metric);
  if (std::ranges::find(dropped, word) != dropped.end()) {
    drop_last_word(metric);
    word = last_word(metric);
  }
  if (std::ranges::find(attributes, word) != attributes.end() || word.ends_with(percentile)) {
    key.attribute = word;
    drop_last_word(metric);
  }
  key.base = squeezed(metric);
  return key;
}

std::string attribute_of(const MetricKey& plain, const Labels& labels) {
  if (!plain.attribute.empty()) return plain.attribute;
  const std::string* const quantile = find_label(labels, "quantile");
  return quantile ? percentile_of(*quantile) : std::string();
}

std::string folded_name(const Labels& labels) {
  const std::string* const name = find_label(labels, "name");
  return name ? squeezed(*name) : std::string();
}

std::string plain_label(std::string_view value) {
  if (value.size() < 2 || value.front() != '"' || value.back() != '"') return plain_line(value, longest_label);
  value = value.substr(1, value.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && i + 1 < value.size()) ++i;
    out += value[i];
  }
  return plain_line(out, longest_label);
}

}  // namespace tidemark::metrics
