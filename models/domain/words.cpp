// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/words.h"

#include <array>

namespace tidemark {
namespace {
template <class Enum, std::size_t N>
std::string_view at(const std::array<std::string_view, N>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}
template <class Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& words, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i)
    if (words[i] == word) return static_cast<Enum>(i);
  return std::nullopt;
}
constexpr std::array<std::string_view, 3> severities{"note", "warn", "error"};
constexpr std::array<std::string_view, 3> confidences{"high", "medium", "low"};
constexpr std::array<std::string_view, 5> residues{"none", "markers", "holes", "open-txn", "unknown"};
constexpr std::array<std::string_view, 4> methods{"bisect", "history", "record", "none"};
constexpr std::array<std::string_view, 4> group_types{"classic", "new", "share", "unknown"};
constexpr std::array<std::string_view, 5> verdicts{"ok", "warn", "stop", "stall", "rewind"};
constexpr std::array<std::string_view, 3> trends{"growing", "draining", "flat"};
constexpr std::array<std::string_view, 5> stages{"produced", "readable", "group", "table", "queryable"};
constexpr std::array<std::string_view, 4> evidences{"exact", "derived", "estimated", "unknown"};
constexpr std::array<std::string_view, 12> align_states{
    "ALIGNED", "PENDING", "STALLED", "LOST", "WILL_LOSE", "GAP", "TABLE_AHEAD", "DUPLICATE_RISK", "DUPLICATE_CONFIRMED",
    "RESET",   "IDLE",    "UNKNOWN"};
constexpr std::array<std::string_view, 5> relations{"first", "contiguous", "hole", "overlap", "unknown"};
}  // namespace

std::string_view word(Severity value) { return at(severities, value); }
std::string_view word(Confidence value) { return at(confidences, value); }
std::string_view word(Residue value) { return at(residues, value); }
std::string_view word(AgeMethod value) { return at(methods, value); }
std::string_view word(GroupType value) { return at(group_types, value); }
std::string_view word(Verdict value) { return at(verdicts, value); }
std::string_view word(Trend value) { return at(trends, value); }
std::string_view word(Stage value) { return at(stages, value); }
std::string_view word(Evidence value) { return at(evidences, value); }
std::string_view word(AlignState value) { return at(align_states, value); }
std::string_view word(Relation value) { return at(relations, value); }
Evidence evidence_of_adapter(std::string_view letter) {
  if (letter == "a") return Evidence::derived;
  if (letter == "b" || letter == "c") return Evidence::exact;
  if (letter == "d" || letter == "e") return Evidence::estimated;
  return Evidence::unknown;
}

std::optional<Severity> severity_from(std::string_view word) { return find<Severity>(severities, word); }
std::optional<GroupType> group_type_from(std::string_view word) { return find<GroupType>(group_types, word); }

}  // namespace tidemark
