// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/load_review.h"

#include <algorithm>

#include "app/session/card_file.h"
#include "app/session/finding_text.h"
#include "app/session/review_store.h"
#include "models/domain/clock.h"

namespace tidemark {
namespace {
// Where nobody chose one: what evidence was last written for.
std::string newest_scope(const ReviewBasis& basis) {
  const auto newest = std::ranges::max_element(basis.evidence, {}, &ReviewEvidence::at);
  return newest == basis.evidence.end() ? std::string() : newest->scope;
}

Result<ReviewView> view_of(ViewData& data) {
  std::optional<ReviewChoice>& choice = data.request.review;
  TM_TRY(const ReviewStore store, read_reviews(data.status.path));
  if (!choice) choice = ReviewChoice{newest_scope(store.basis)};
  TM_TRY(const Card card, read_card(choice->card));
  if (!choice->name.empty()) {
    TM_TRY(const Review review, review_named(store, choice->name));
    return review_view(review, card, store.basis, store.reviews, finding_text);
  }
  const LocalTime at = data.request.to ? data.to : SystemClock().now();
  Review review = reviewed(card, choice->scope, store.basis, at);
  review.tool = "tidemark " TIDEMARK_VERSION;
  return review_view(std::move(review), card, store.basis, store.reviews, finding_text);
}
}  // namespace

Result<> load_review(ViewData& data) {
  auto view = view_of(data);
  ReviewView shown;
  if (view)
    shown = std::move(*view);
  else
    shown.error = std::move(view.error());
  shown.cards = {"readiness", "areas"};
  shown.chosen_card = data.request.review ? data.request.review->card : shown.cards.front();
  if (std::ranges::find(shown.cards, shown.chosen_card) == shown.cards.end()) shown.cards.push_back(shown.chosen_card);
  data.review = std::make_shared<const ReviewView>(std::move(shown));
  return {};
}

}  // namespace tidemark
