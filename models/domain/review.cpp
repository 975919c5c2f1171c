// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/review.h"

#include <array>
#include <span>

namespace tidemark {
namespace {
using Words = std::span<const std::string_view>;
constexpr std::array<std::string_view, 5> kinds{"measured", "drill", "file", "attestation", "imported"};
constexpr std::array<std::string_view, 4> outcomes{"fail", "unknown", "partial", "pass"};
constexpr std::array<std::string_view, 3> validations{"red", "yellow", "green"};
constexpr std::array<std::string_view, 4> waiver_reasons{"not-applicable", "compensating-control", "accepted-risk",
                                                         "not-detected"};
constexpr std::array<std::string_view, 4> waiver_states{"none", "in-force", "expired", "reopened"};

template <class Value>
std::optional<Value> value_of(Words words, std::string_view word) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == word) return static_cast<Value>(i);
  return std::nullopt;
}
}  // namespace

std::string_view word(EvidenceKind kind) { return kinds.at(static_cast<std::size_t>(kind)); }
std::string_view word(Outcome outcome) { return outcomes.at(static_cast<std::size_t>(outcome)); }
std::string_view word(Validation validation) { return validations.at(static_cast<std::size_t>(validation)); }
std::string_view word(WaiverReason reason) { return waiver_reasons.at(static_cast<std::size_t>(reason)); }
std::string_view word(WaiverState state) { return waiver_states.at(static_cast<std::size_t>(state)); }
std::optional<EvidenceKind> evidence_kind_from(std::string_view word) { return value_of<EvidenceKind>(kinds, word); }
std::optional<Outcome> outcome_from(std::string_view word) { return value_of<Outcome>(outcomes, word); }
std::optional<Validation> validation_from(std::string_view word) { return value_of<Validation>(validations, word); }
std::optional<WaiverReason> waiver_reason_from(std::string_view word) {
  return value_of<WaiverReason>(waiver_reasons, word);
}
std::optional<WaiverState> waiver_state_from(std::string_view word) {
  return value_of<WaiverState>(waiver_states, word);
}

}  // namespace tidemark
