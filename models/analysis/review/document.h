// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of reviews: a card over a scope in one of three lenses over the same evidence, two scopes side by side,
// what is different between two reviews, the evidence that is there. Thread rule: none, pure functions.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/check.h"
#include "models/analysis/review/diff.h"
#include "models/analysis/review/review.h"

namespace tidemark {

// 1 to 5; pass, partial, fail, with the condition that a pass proves; green, yellow, red.
enum class ReviewLens : std::uint8_t { score, outcome, validation };

std::string reason_text(const ReviewReason& reason, const FindingText& text);
// "4 (raised by kim)", "partial", "green"; "waived" and "n/a" of what does not count.
std::string rating_of(const ReviewedRow& row, ReviewLens lens);
// "Weakest: Freshness (1). 5: 0, 4: 1 …; 10 rated, 1 waived, 1 n/a."
std::string headline_of(const Review& review);

Document review_document(const Review& review, ReviewLens lens, const std::vector<SeenCondition>& seen,
                         const FindingText& text);

// What is counted of a run that stands beside another one.
struct RunCounts {
  Known<std::int64_t> late_minutes = Reason::never_polled;
  Known<std::string> retrieval_check = Reason::not_probed;  // the user's own, as its evidence says
  std::int64_t failed = 0;                                  // rows that fail
  Known<std::int64_t> manual_steps = Reason::not_probed;    // of drills
};
RunCounts run_counts(const Review& review, const ReviewBasis& basis);

struct ReviewRun {
  Review review;
  std::vector<SeenCondition> seen;
  RunCounts counts;
};
Document beside_document(const ReviewRun& run, const ReviewRun& other, ReviewLens lens);
Document review_diff_document(const Review& before, const Review& after);
Document evidence_document(const std::vector<ReviewEvidence>& evidence, LocalTime at);

}  // namespace tidemark
