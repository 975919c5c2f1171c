// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/proof_svg.h"

#include <fmt/format.h>

#include <cstdint>

namespace tidemark::report {
namespace {
constexpr double wide = 600, high = 12;

std::int64_t whole(double value) { return static_cast<std::int64_t>(value); }

// "7 d", "36 h", "4 min", "50 s": the largest unit of which there are two.
std::string time(double ms) {
  constexpr std::int64_t second = 1'000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;
  const std::int64_t value = whole(ms);
  for (const auto& [unit, word] : {std::pair{day, "d"}, {hour, "h"}, {minute, "min"}})
    if (value >= 2 * unit) return fmt::format("{} {}", value / unit, word);
  return fmt::format("{} s", value / second);
}

std::string counted(const ProofBar& bar, const char* what) {
  std::string out = fmt::format("{} of {} {}", whole(bar.good), whole(bar.whole()), what);
  return bar.unknown > 0 ? out + fmt::format(", {} not known", whole(bar.unknown)) : out;
}

std::string part_of_time(const ProofBar& bar, const char* what) {
  if (bar.unknown > 0) return fmt::format("{} wanted, {} unknown", time(bar.whole()), what);
  if (bar.bad > 0) return fmt::format("{} of {} of {}", time(bar.good), time(bar.whole()), what);
  return fmt::format("{} of {} or more", time(bar.whole()), what);
}

std::string recovery(const ProofBar& bar) {
  if (bar.unknown > 0) return "when it recovered is unknown";
  if (bar.bad > 0) return fmt::format("recovered in {}, {} too late", time(bar.whole()), time(bar.bad));
  return fmt::format("recovered in {}", time(bar.good));
}

std::string says(const ProofBar& bar) {
  switch (bar.measure) {
    case ProofMeasure::minutes:
      return counted(bar, "minutes on time");
    case ProofMeasure::commits:
      return counted(bar, "commits follow on");
    case ProofMeasure::window:
      return part_of_time(bar, "retention");
    case ProofMeasure::headroom:
      return part_of_time(bar, "headroom");
    case ProofMeasure::layer:
      return bar.good > 0 ? fmt::format("{:.1f} % seen", bar.good * 100) : "not seen";
    case ProofMeasure::drivers:
      return bar.good > 0 ? "measured" : "unknown";
    case ProofMeasure::recovery:
      break;
  }
  return recovery(bar);
}
}  // namespace

std::string proof_text(const ProofBar& bar) { return bar.name + ": " + says(bar); }

std::string proof_hatch() {
  return "<svg width='0' height='0' aria-hidden='true'><defs><pattern id='unseen' width='6' height='6' "
         "patternUnits='userSpaceOnUse' patternTransform='rotate(45)'><rect width='1.5' height='6' class='u'/>"
         "</pattern></defs></svg>\n";
}

std::string proof_svg(const ProofBar& bar) {
  std::string out =
      fmt::format("<svg class='bar' viewBox='0 0 {0} {1}' preserveAspectRatio='none' aria-hidden='true'>", wide, high);
  double x = 0;
  const auto part = [&](double value, const char* look) {
    const double width = bar.whole() > 0 ? wide * value / bar.whole() : 0;
    if (width > 0) out += fmt::format("<rect x='{:.1f}' width='{:.1f}' height='{}' {}/>", x, width, high, look);
    x += width;
  };
  part(bar.good, "class='g'");
  part(bar.bad, "class='b'");
  part(bar.unknown, "fill='url(#unseen)'");
  return out + fmt::format("<rect width='{}' height='{}' class='o'/></svg>", wide, high);
}

}  // namespace tidemark::report
