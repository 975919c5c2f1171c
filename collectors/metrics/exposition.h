// SPDX-License-Identifier: GPL-3.0-or-later
// Exposition: what a metric endpoint says, read strictly from one of two text formats: Prometheus text 0.0.4 (what its
// page on exposition formats and the tests of its own parser accept) and OpenMetrics 1.0 (its grammar and its rules:
// what breaks one is refused whole). Which format a text is in is told by its content type, never guessed.
// Pure functions; any thread. Memory is bounded by Limits. Timestamps are ms since the epoch, whatever the format says
// them in. Text is UTF-8 as it came: make it plain before it is shown.
// Errors: `input`, one line; where = "line 12".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/result.h"

namespace tidemark::metrics {

enum class Dialect : std::uint8_t { prometheus, openmetrics };
enum class Type : std::uint8_t { unknown, counter, gauge, histogram, gaugehistogram, summary, info, stateset };
// "unknown", "counter", …
std::string_view word(Type type);

struct Label {
  std::string name;
  std::string value;
  auto operator<=>(const Label&) const = default;
};
using Labels = std::vector<Label>;  // in the order in which they came
// Null where there is none of that name.
const std::string* find_label(const Labels& labels, std::string_view name);

struct Exemplar {
  Labels labels;
  double value = 0;
  std::optional<double> timestamp_ms;
};

struct Sample {
  std::string name;  // with its suffix: "x_bucket"
  Labels labels;
  double value = 0;
  std::optional<double> timestamp_ms;
  std::optional<Exemplar> exemplar;
};

struct Family {
  std::string name;
  Type type = Type::unknown;
  std::string help;
  std::string unit;
  std::vector<Sample> samples;
};

struct Exposition {
  std::vector<Family> families;
};

struct Limits {
  std::size_t bytes = 32u << 20;
  std::size_t families = 100'000;
  std::size_t samples = 200'000;
  std::size_t labels = 2'000'000;  // of all samples
  std::size_t labels_of_sample = 64;
  std::size_t name = 1024;  // bytes of a name of a metric or label
  std::size_t text = 8192;  // bytes of a label's value or a help text
};

// "text/plain; version=0.0.4", "application/openmetrics-text; version=1.0.0; charset=utf-8", with or without their
// version, or just "prometheus" and "openmetrics". Nothing for any other version or type.
std::optional<Dialect> dialect_of(std::string_view content_type);
Result<Exposition> parse(Dialect dialect, std::string_view text, const Limits& limits = {});

}  // namespace tidemark::metrics
