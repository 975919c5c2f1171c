// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/review/rules.h"

#include <array>
#include <cmath>
#include <utility>

namespace tidemark {

ReviewRule review_rule(std::string_view name) {
  using namespace review_rules;
  constexpr std::array rules = std::to_array<std::pair<std::string_view, ReviewRule>>({{"freshness", freshness},
                                                                                       {"replay", replay},
                                                                                       {"alignment", alignment},
                                                                                       {"correctness", correctness},
                                                                                       {"recovery", recovery},
                                                                                       {"storage", storage},
                                                                                       {"governance", governance},
                                                                                       {"lineage", lineage},
                                                                                       {"observability", observability},
                                                                                       {"migration", migration},
                                                                                       {"compatibility", compatibility},
                                                                                       {"cost", cost},
                                                                                       {"said", said}});
  for (const auto& [known, rule] : rules)
    if (known == name) return rule;
  return nullptr;
}

namespace review_rules {
bool is_shown(const RowEvidence& row, std::string_view slot, Judged& judged) {
  if (row.slot(slot)) return true;
  judged.say("V07", "slot:" + std::string(slot), {{"slot", std::string(slot)}});
  return false;
}

Outcome most_by_coverage(const RowEvidence& row, Judged& judged) {
  if (!row.measured()) return Outcome::unknown;
  const auto coverage = row.measured()->coverage;
  const double wanted = row.threshold("coverage", 0.9);
  if (coverage && *coverage >= wanted) return Outcome::pass;
  judged.say("V05", {},
             {{"name", "the window"}, {"coverage", percent(coverage.value_or(0))}, {"wanted", percent(wanted)}});
  const bool enough = coverage && *coverage >= row.threshold("coverage_least", 0.5);
  return enough ? Outcome::partial : Outcome::unknown;
}

std::string percent(double share) {
  const auto tenths = std::llround(share * 1000);
  std::string out = std::to_string(tenths / 10);
  if (tenths % 10 != 0) out += '.' + std::to_string(std::abs(tenths % 10));
  return out;
}

std::string time_words(std::int64_t ms) {
  constexpr std::array units = std::to_array<std::pair<std::int64_t, const char*>>(
      {{86'400'000, " d"}, {3'600'000, " h"}, {60'000, " min"}, {1000, " s"}});
  for (const auto& [unit, name] : units)
    if (ms >= 2 * unit) return std::to_string(ms / unit) + name;
  return std::to_string(ms) + " ms";
}
}  // namespace review_rules

}  // namespace tidemark
