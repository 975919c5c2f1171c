// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <limits>

#include "collectors/metrics/text_scanner.h"

namespace tidemark::metrics {
namespace {
struct Digits {
  std::string_view whole, fraction, exponent;  // the exponent with its sign
};

std::string_view take_digits(std::string_view& text) {
  const std::string_view digits = text.substr(0, text.find_first_not_of("0123456789"));
  text.remove_prefix(digits.size());
  return digits;
}

// The parts of an unsigned decimal number, nothing where it is none.
std::optional<Digits> split(std::string_view text) {
  Digits parts;
  parts.whole = take_digits(text);
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    parts.fraction = take_digits(text);
  }
  if (parts.whole.empty() && parts.fraction.empty()) return std::nullopt;
  if (text.empty()) return parts;
  if (text.front() != 'e' && text.front() != 'E') return std::nullopt;
  text.remove_prefix(1);
  parts.exponent = text;
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  if (take_digits(text).empty() || !text.empty()) return std::nullopt;
  return parts;
}

// Whether a number that no double holds is below one, so that 0 is what is left of it.
bool is_below_one(const Digits& parts) {
  constexpr std::int64_t far = 1'000'000'000'000;
  std::int64_t exponent = 0;
  std::string_view text = parts.exponent;
  if (text.starts_with('+')) text.remove_prefix(1);
  if (std::from_chars(text.data(), text.data() + text.size(), exponent).ec == std::errc::result_out_of_range)
    exponent = text.starts_with('-') ? -far : far;
  const auto first = std::min(parts.whole.find_first_not_of('0'), parts.whole.size());
  auto magnitude = static_cast<std::int64_t>(parts.whole.size() - first);  // digits before the point
  if (magnitude == 0)
    magnitude = -static_cast<std::int64_t>(std::min(parts.fraction.find_first_not_of('0'), parts.fraction.size()));
  return magnitude + exponent <= 0;
}

bool is_word(std::string_view text, std::string_view lower) {
  return std::ranges::equal(text, lower, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}
}  // namespace

std::optional<double> real_number(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const auto parts = split(text);
  if (!parts) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) {
    if (!is_below_one(*parts)) return std::nullopt;
    value = 0;
  } else if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return negative ? -value : value;
}

std::optional<double> number(std::string_view text) {
  if (is_word(text, "nan")) return std::numeric_limits<double>::quiet_NaN();
  const bool negative = text.starts_with('-');
  const std::string_view unsigned_text = negative || text.starts_with('+') ? text.substr(1) : text;
  if (!is_word(unsigned_text, "inf") && !is_word(unsigned_text, "infinity")) return real_number(text);
  const double infinity = std::numeric_limits<double>::infinity();
  return negative ? -infinity : infinity;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return std::nullopt;
  }
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace tidemark::metrics
