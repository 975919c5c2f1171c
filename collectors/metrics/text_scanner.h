// SPDX-License-Identifier: GPL-3.0-or-later
// What the two text formats have in common: a cursor over one line, quoted text, numbers, and what a text may cost.
// Pure functions and value types; one thread at a time. Errors: `input` without a place: who reads lines adds it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "collectors/metrics/exposition.h"

namespace tidemark::metrics {

// One line, without its line feed.
class Line final {
 public:
  explicit Line(std::string_view text) : text_(text) {}
  bool at_end() const { return text_.empty(); }
  bool is(char c) const { return !text_.empty() && text_.front() == c; }
  bool take(char c);
  void skip_blanks();  // and tabs
  // The longest run from here that is one; empty where there is none.
  std::string_view take_metric_name();  // [a-zA-Z_:][a-zA-Z0-9_:]*
  std::string_view take_label_name();   // [a-zA-Z_][a-zA-Z0-9_]*
  std::string_view take_until(std::string_view any_of);
  std::string_view rest() const { return text_; }

 private:
  std::string_view take(std::size_t size);
  std::string_view text_;
};

// What may stand after a backslash: only \ " n, or anything, which then stays as it is.
enum class Escapes : std::uint8_t { strict, any };
// After an opening quote, through the closing one.
Result<std::string> take_quoted(Line& line, Escapes escapes);
// The text of a HELP line, in which quotes need no escape.
Result<std::string> unescape_help(std::string_view text, Escapes escapes);

// A decimal number that a double holds; one that is too small for it is 0.
std::optional<double> real_number(std::string_view text);
// The same, or inf, infinity (with a sign or without), nan, in any case.
std::optional<double> number(std::string_view text);
std::optional<std::int64_t> whole_number(std::string_view text);

bool valid_utf8(std::string_view text);
std::size_t code_points(std::string_view text);  // of valid UTF-8

std::unexpected<Error> refuse(std::string what);
std::unexpected<Error> at_line(Error error, std::size_t line);
// For an error: at most 40 bytes of a text of others, plain.
std::string shown(std::string_view text);

// What has been taken of the limits.
class Budget final {
 public:
  explicit Budget(const Limits& limits) : limits_(limits) {}
  Result<> family(std::string_view name);
  Result<> sample();
  Result<> label(std::string_view name, std::string_view value, std::size_t of_sample);
  Result<> text(std::string_view text) const;
  Result<> name(std::string_view name) const;

 private:
  Limits limits_;
  std::size_t families_ = 0, samples_ = 0, labels_ = 0;
};

// Adds a label whose name must be new.
Result<> add_label(Labels& labels, Label label, Budget& budget);

}  // namespace tidemark::metrics
