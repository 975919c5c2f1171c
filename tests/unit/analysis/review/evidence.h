// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence, told in a line, for tests of reviews. The review is at `now`; evidence is a day old, if nothing else is
// said.
#pragma once

#include <algorithm>
#include <chrono>

#include "models/analysis/review/review.h"

namespace tidemark::test {

inline constexpr Millis day = std::chrono::hours(24);
inline const LocalTime now = local_time(1'767'225'600'000);

inline Fact fact(const char* object, const char* name, int value) {
  return {object, name, FactValue(std::int64_t{value})};
}
inline Fact fact(const char* object, const char* name, double value) { return {object, name, FactValue(value)}; }
inline Fact fact(const char* object, const char* name, bool value) { return {object, name, FactValue(value)}; }
inline Fact fact(const char* object, const char* name, const char* value) {
  return {object, name, FactValue(std::string(value))};
}
inline Fact fact(const char* object, const char* name, Reason reason) { return {object, name, reason}; }

inline ReviewEvidence measured(std::vector<Fact> facts, Known<double> coverage = 1.0) {
  ReviewEvidence out;
  out.row = "row";
  out.title = "measured";
  out.query = "tidemark scorecard evidence --take";
  out.coverage = coverage;
  out.facts = std::move(facts);
  out.at = now - day;
  out.hash = "m";
  return out;
}

inline ReviewEvidence said(EvidenceKind kind, const char* slot, std::optional<Outcome> says = {},
                           std::vector<Fact> facts = {}) {
  ReviewEvidence out;
  out.kind = kind;
  out.slot = slot;
  out.title = slot;
  out.says = says;
  out.facts = std::move(facts);
  out.at = now - day;
  out.hash = slot;
  return out;
}
inline ReviewEvidence drill(const char* letter, std::optional<Outcome> says, std::vector<Fact> facts = {}) {
  return said(EvidenceKind::drill, (std::string("drill:") + letter).c_str(), says, std::move(facts));
}

// A row that wants what the rules of the presets want.
inline CardRow card_row(const char* rule, std::map<std::string, double> thresholds = {}) {
  CardRow out;
  out.id = "row";
  out.title = "Row";
  out.rule = rule;
  out.threshold = "a threshold";
  out.thresholds = std::move(thresholds);
  out.valid = 30 * day;
  for (const char* letter : {"A", "B", "C", "D", "E"})
    out.wants.push_back({std::string("drill:") + letter, "a drill", {EvidenceKind::drill}});
  for (const char* slot :
       {"key-sample", "tombstone-probe", "sign-off", "audit-path", "deletion-proof", "client-tests", "prices"})
    out.wants.push_back({slot, slot, {EvidenceKind::file, EvidenceKind::attestation, EvidenceKind::imported}});
  return out;
}

inline ReviewedRow judged(const CardRow& row, std::vector<ReviewEvidence> evidence) {
  return reviewed_row(row, {}, {std::move(evidence), {}, {}}, now);
}
inline bool says(const ReviewedRow& row, std::string_view code) {
  return std::ranges::find(row.reasons, code, &ReviewReason::code) != row.reasons.end();
}

}  // namespace tidemark::test
