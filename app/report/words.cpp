// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/words.h"

#include <fmt/format.h>

#include <cmath>

#include "collectors/core/plain_text.h"

namespace tidemark::report {
namespace {
constexpr std::size_t longest = 2000;
}

std::string markdown(std::string_view text) {
  std::string out;
  for (const char c : plain_line(text, longest)) {
    if (std::string_view("\\`*_{}[]<>#|~").contains(c)) out += '\\';
    out += c;
  }
  return out;
}

std::string html(std::string_view text) {
  std::string out;
  for (const char c : plain_line(text, longest)) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '\'')
      out += "&#39;";
    else
      out += c;
  }
  return out;
}

std::string clock(LocalTime time) { return rfc3339(time).substr(11, 8); }

std::string date_time(LocalTime time) {
  const std::string whole = rfc3339(time);
  return whole.substr(0, 10) + ' ' + whole.substr(11, 8) + " UTC";
}

std::string range(LocalTime from, LocalTime to) {
  const std::string first = rfc3339(from), last = rfc3339(to);
  if (first.substr(0, 10) != last.substr(0, 10)) return date_time(from) + " – " + date_time(to);
  return first.substr(0, 10) + ' ' + first.substr(11, 8) + " – " + last.substr(11, 8) + " UTC";
}

std::string duration(Millis time) {
  const std::int64_t ms = time.count();
  if (ms < 0) return '-' + duration(-time);
  if (ms < 1000) return fmt::format("{} ms", ms);
  const std::int64_t s = ms / 1000;
  if (s < 60) return ms % 1000 == 0 ? fmt::format("{} s", s) : fmt::format("{:.1f} s", static_cast<double>(ms) / 1000);
  if (s < 3600) return s % 60 == 0 ? fmt::format("{} min", s / 60) : fmt::format("{} min {} s", s / 60, s % 60);
  if (s < 86'400) return fmt::format("{} h {} min", s / 3600, s % 3600 / 60);
  return fmt::format("{} d {} h", s / 86'400, s % 86'400 / 3600);
}

std::string began(const Onset& onset) {
  const Millis half = (onset.hi - onset.lo) / 2;
  return clock(onset.hi - half) + " ± " + duration(half);
}

std::string value(const OnsetValue& value, const std::string& unit) {
  if (!value)
    return value.reason() == Reason::not_applicable ? "–" : "unknown (" + std::string(word(value.reason())) + ')';
  if (const auto* state = std::get_if<std::string>(&*value)) return *state;
  const double number = std::get<double>(*value);
  if (unit == "ms" && std::abs(number) < 1e15) return duration(Millis(std::llround(number)));
  return fmt::format("{:.3g}{}{}", number, unit.empty() || unit == "/s" ? "" : " ", unit);
}

}  // namespace tidemark::report
