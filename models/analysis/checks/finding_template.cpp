// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <charconv>
#include <cmath>

#include "models/analysis/check.h"

namespace tidemark {
namespace {
std::string text_of(const FindingParam& param) {
  struct Printer {
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const {
      std::array<char, 32> digits{};
      const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed,
                                     std::abs(value) < 10 ? 1 : 0);
      return {digits.data(), end.ptr};
    }
    std::string operator()(const std::string& value) const { return value; }
    std::string operator()(LocalTime value) const { return rfc3339(value); }
    std::string operator()(Millis value) const {
      const std::int64_t seconds = value.count() / 1000;
      if (value.count() < 1000) return std::to_string(value.count()) + " ms";
      if (seconds < 120) return std::to_string(seconds) + " s";
      if (seconds < 7200) return std::to_string(seconds / 60) + " min";
      return seconds < 172'800 ? std::to_string(seconds / 3600) + " h" : std::to_string(seconds / 86'400) + " d";
    }
  };
  return std::visit(Printer(), param);
}
}  // namespace

std::string fill_template(std::string_view pattern, const Finding& finding) {
  const std::map<std::string, std::string, std::less<>> own{{"object", finding.object.value()},
                                                            {"name", std::string(object::name(finding.object))},
                                                            {"setting", finding.setting},
                                                            {"value", finding.value},
                                                            {"wanted", finding.wanted}};
  std::string out;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    const auto close = open == std::string_view::npos ? open : pattern.find('}', open);
    out += pattern.substr(0, close == std::string_view::npos ? pattern.size() : open);
    if (close == std::string_view::npos) break;
    const std::string name(pattern.substr(open + 1, close - open - 1));
    if (const auto param = finding.params.find(name); param != finding.params.end())
      out += text_of(param->second);
    else if (const auto field = own.find(name); field != own.end())
      out += field->second;
    else
      out += '{' + name + '}';
    pattern.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace tidemark
