// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/metrics/exposition.h"

#include <fmt/format.h>

#include <algorithm>

#include "collectors/metrics/grammars.h"
#include "collectors/metrics/text_scanner.h"

namespace tidemark::metrics {
namespace {
std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

// "; version=0.0.4; charset=utf-8": the version; nothing where it is not told.
std::optional<std::string> version_in(std::string_view parameters) {
  while (!parameters.empty()) {
    const auto semicolon = parameters.find(';');
    const std::string_view one = trimmed(parameters.substr(0, semicolon));
    const auto equal = one.find('=');
    if (lower(trimmed(one.substr(0, equal))) == "version" && equal != std::string_view::npos) {
      std::string_view value = trimmed(one.substr(equal + 1));
      if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
      return std::string(value);
    }
    parameters = semicolon == std::string_view::npos ? std::string_view() : parameters.substr(semicolon + 1);
  }
  return std::nullopt;
}
}  // namespace

std::string_view word(Type type) {
  switch (type) {
    case Type::unknown:
      return "unknown";
    case Type::counter:
      return "counter";
    case Type::gauge:
      return "gauge";
    case Type::histogram:
      return "histogram";
    case Type::gaugehistogram:
      return "gaugehistogram";
    case Type::summary:
      return "summary";
    case Type::info:
      return "info";
    case Type::stateset:
      return "stateset";
  }
  return {};
}

const std::string* find_label(const Labels& labels, std::string_view name) {
  const auto found = std::ranges::find(labels, name, &Label::name);
  return found == labels.end() ? nullptr : &found->value;
}

std::optional<Dialect> dialect_of(std::string_view content_type) {
  const auto semicolon = content_type.find(';');
  const std::string type = lower(trimmed(content_type.substr(0, semicolon)));
  const auto version = semicolon == std::string_view::npos ? std::nullopt : version_in(content_type.substr(semicolon));
  if (type == "text/plain" || type == "prometheus") {
    if (!version || *version == "0.0.4" || *version == "1.0.0") return Dialect::prometheus;
  } else if (type == "application/openmetrics-text" || type == "openmetrics") {
    if (!version || *version == "1.0.0" || *version == "0.0.1") return Dialect::openmetrics;
  }
  return std::nullopt;
}

Result<Exposition> parse(Dialect dialect, std::string_view text, const Limits& limits) {
  if (text.size() > limits.bytes) return refuse(fmt::format("more than {} bytes", limits.bytes));
  return dialect == Dialect::openmetrics ? parse_openmetrics(text, limits) : parse_prometheus(text, limits);
}

}  // namespace tidemark::metrics
