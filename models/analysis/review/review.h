// SPDX-License-Identifier: GPL-3.0-or-later
// Review: a card held against the evidence of one scope at one time. Validation grades the test: a named owner, a
// command or runbook, a threshold, something measured, and that it was exercised: all five are green, nothing measured
// is red, and so is what has neither a threshold nor was exercised. The outcome is that of the row's rule. The score
// follows from both by a fixed matrix and is never typed; a person may say another one, which is told beside it.
// A waiver takes a row out of the count until it ends, or until what the evidence says is no longer what it was given
// for: from then on it is over, also where the evidence says the same again later.
// Thread rule: none, pure functions.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/review.h"

namespace tidemark {

// Of the rules in this folder: rises with every change of what they say.
inline constexpr std::int64_t review_rules_version = 1;

// What a logbook has, of all scopes.
struct ReviewBasis {
  std::vector<ReviewEvidence> evidence;
  std::vector<Waiver> waivers;
  std::vector<SaidScore> scores;
};

// The time that a piece of evidence speaks of: the end of what was measured, or of a drill, however late that was
// written down, else when it was written.
LocalTime speaks_of(const ReviewEvidence& evidence);
// When it stops to count: so long after that time, or when it says itself.
LocalTime counts_until(const ReviewEvidence& evidence, Millis valid);
bool is_review_rule(std::string_view name);
std::int64_t score_of(Validation validation, Outcome outcome);
ReviewedRow reviewed_row(const CardRow& row, std::string_view scope, const ReviewBasis& basis, LocalTime at);
Review reviewed(const Card& card, std::string_view scope, const ReviewBasis& basis, LocalTime at);
// What the evidence of a row says, as a waiver remembers it: the outcome and what speaks for it, without numbers.
std::string value_of(const ReviewedRow& row);

// How many rows have which score, what is left out, and the row that has the lowest.
struct ReviewSummary {
  std::array<std::int64_t, 6> by_score{};
  std::int64_t rated = 0;
  std::int64_t waived = 0;
  std::int64_t not_applicable = 0;
  const ReviewedRow* weakest = nullptr;  // null: nothing is rated; the first of several
};
ReviewSummary summary_of(const Review& review);

// Whether a condition that a proof wants was seen.
struct SeenCondition {
  std::string id;
  std::string title;
  Known<bool> seen = Reason::not_probed;
  std::string by;  // title of the evidence that says so
};
std::vector<SeenCondition> seen_conditions(const Card& card, std::string_view scope, const ReviewBasis& basis,
                                           LocalTime at);

}  // namespace tidemark
