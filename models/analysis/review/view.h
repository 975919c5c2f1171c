// SPDX-License-Identifier: GPL-3.0-or-later
// ReviewView: a review as it is shown to people: each row with its card, the texts of its reasons and what changed
// since the review that was frozen before it; and what is to be done next. Value types and pure functions; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/analysis/branch.h"
#include "models/analysis/check.h"
#include "models/analysis/review/diff.h"
#include "models/analysis/review/proof.h"
#include "models/analysis/review/review.h"
#include "models/domain/result.h"

namespace tidemark {

struct ReviewLine {
  ReviewedRow row;
  LocalTime at;                 // of the review
  std::optional<CardRow> card;  // none: the card of today has no such row, or judges it by another rule
  std::vector<std::string> reasons;
  std::vector<std::string> raise_by;
  Known<std::string> owner = Reason::not_probed;
  std::vector<ReviewChange> changes;
  std::vector<ProofBar> proof;
};
using ReviewLines = std::vector<Branch<ReviewLine, NoRow>>;

// What would raise a score, once for all rows that want it; of the rows with the lowest scores first.
struct ReviewAction {
  std::string text;
  std::vector<std::string> rows;                  // titles
  Known<std::string> owner = Reason::not_probed;  // where all of the rows have the same
  std::optional<LocalTime> until;                 // when what these rows have expires first
  std::string drill;                              // "A"; empty: none
};

struct ReviewCounts {
  std::size_t strong = 0;    // 5
  std::size_t improve = 0;   // 3, 4
  std::size_t weak = 0;      // 1, 2
  std::size_t evidence = 0;  // pieces that count
};

struct ReviewView {
  Review review;
  std::string title;  // of the card
  std::vector<SeenCondition> seen;
  std::string before;  // name of the review that is compared with; empty: there is none
  std::optional<LocalTime> before_at;
  std::vector<ReviewChange> changes;
  ReviewLines rows;
  std::vector<const ReviewLine*> weakest() const;  // of those that count, the lowest score first
  ReviewCounts counts() const;
  std::vector<ReviewAction> actions() const;
  std::vector<std::string> scopes;  // that evidence and reviews are of, with this one
  std::string chosen_card;          // by its name or file
  std::vector<std::string> cards;   // that can be chosen, with that one
  std::optional<Error> error;       // why there is no review; then nothing else is valid
};

ReviewView review_view(Review review, const Card& card, const ReviewBasis& basis, const std::vector<Review>& frozen,
                       const FindingText& text);
// Of what a row is rated by, of several the score: "2", "4"; null where it is rated as before.
const ReviewChange* rated_otherwise(const ReviewLine& line);

}  // namespace tidemark
