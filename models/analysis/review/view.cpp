// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/review/view.h"

#include <algorithm>
#include <map>
#include <set>

#include "models/analysis/review/document.h"
#include "models/analysis/review/row_evidence.h"
#include "models/analysis/row_keys.h"

namespace tidemark {
namespace {
constexpr std::int64_t best = 5;

Known<std::string> owner_of(const ReviewedRow& row) {
  const auto said = std::ranges::find(row.evidence, owner_slot, &ReviewEvidence::slot);
  if (said != row.evidence.end()) return said->name.empty() ? said->title : said->name;
  for (const ReviewEvidence& one : row.evidence) {
    if (one.kind != EvidenceKind::measured) continue;
    FactsOf scope("scope:all");
    for (const Fact& fact : one.facts)
      if (fact.object == scope.object()) scope.add(fact);
    return scope.text("owner");
  }
  return Reason::not_probed;
}

std::vector<std::string> texts(const std::vector<ReviewReason>& reasons, const FindingText& text) {
  std::vector<std::string> out;
  for (const ReviewReason& reason : reasons) out.push_back(reason_text(reason, text));
  return out;
}

// The newest of the same card and scope that is older.
const Review* before_of(const Review& review, const std::vector<Review>& frozen) {
  const Review* out = nullptr;
  for (const Review& one : frozen)
    if (one.scope == review.scope && one.card == review.card && one.at < review.at && one.hash != review.hash &&
        (!out || out->at <= one.at))
      out = &one;
  return out;
}

std::vector<std::string> scopes_of(const Review& review, const ReviewBasis& basis, const std::vector<Review>& frozen) {
  std::set<std::string> out{review.scope, std::string()};
  for (const ReviewEvidence& one : basis.evidence) out.insert(one.scope);
  for (const Review& one : frozen) out.insert(one.scope);
  return {out.begin(), out.end()};
}

ReviewLine line_of(const Review& review, const ReviewedRow& row, const Card& card,
                   const std::vector<ReviewChange>& changes, const FindingText& text) {
  ReviewLine out;
  out.row = row;
  out.at = review.at;
  const auto of_card = std::ranges::find(card.rows, row.id, &CardRow::id);
  if (of_card != card.rows.end() && of_card->rule == row.rule) out.card = *of_card;
  out.reasons = texts(row.reasons, text);
  out.raise_by = texts(row.raise_by, text);
  out.owner = owner_of(row);
  out.proof = proof_of(row);
  std::ranges::copy_if(changes, std::back_inserter(out.changes),
                       [&](const ReviewChange& change) { return change.row == row.id; });
  return out;
}

void join(ReviewAction& action, const ReviewLine& line) {
  const bool first = action.rows.empty();
  action.rows.push_back(line.row.title);
  if (first)
    action.owner = line.owner;
  else if (action.owner != line.owner)
    action.owner = Reason::ambiguous;
  for (const ReviewEvidence& one : line.row.evidence) {
    const LocalTime until = counts_until(one, line.row.valid);
    if (!action.until || until < *action.until) action.until = until;
  }
}
}  // namespace

std::vector<const ReviewLine*> ReviewView::weakest() const {
  std::vector<const ReviewLine*> out;
  for (const auto& branch : rows)
    if (branch.parent.row.row.counts()) out.push_back(&branch.parent.row);
  std::ranges::stable_sort(out, {}, [](const ReviewLine* line) { return line->row.score; });
  return out;
}

ReviewCounts ReviewView::counts() const {
  ReviewCounts out;
  std::set<std::string> pieces;
  for (const auto& branch : rows)
    for (const ReviewEvidence& one : branch.parent.row.row.evidence) pieces.insert(one.hash);
  out.evidence = pieces.size();
  for (const ReviewLine* line : weakest())
    ++(line->row.score >= best ? out.strong : line->row.score > 2 ? out.improve : out.weak);
  return out;
}

std::vector<ReviewAction> ReviewView::actions() const {
  std::vector<ReviewAction> out;
  std::map<std::string, std::size_t> places;
  for (const ReviewLine* line : weakest()) {
    if (line->row.score >= best) continue;
    for (std::size_t i = 0; i < line->raise_by.size(); ++i) {
      const std::string& text = line->raise_by[i];
      const auto [place, fresh] = places.emplace(text, out.size());
      if (fresh) out.push_back({text, {}, Reason::not_probed, {}, {}});
      join(out[place->second], *line);
      constexpr std::string_view drill = "drill:";
      const auto slot = line->row.raise_by[i].params.find("slot");
      if (slot != line->row.raise_by[i].params.end() && slot->second.starts_with(drill))
        out[place->second].drill = slot->second.substr(drill.size());
    }
  }
  return out;
}

ReviewView review_view(Review review, const Card& card, const ReviewBasis& basis, const std::vector<Review>& frozen,
                       const FindingText& text) {
  ReviewView out;
  out.title = card.title;
  out.seen = seen_conditions(card, review.scope, basis, review.at);
  if (const Review* before = before_of(review, frozen)) {
    out.before = before->name;
    out.before_at = before->at;
    out.changes = review_diff(*before, review);
  }
  for (const ReviewedRow& row : review.rows)
    out.rows.push_back(
        {{row.id, lower(joined({row.title, row.id})), line_of(review, row, card, out.changes, text)}, {}});
  drop_doubles(out.rows);
  out.scopes = scopes_of(review, basis, frozen);
  out.review = std::move(review);
  return out;
}

const ReviewChange* rated_otherwise(const ReviewLine& line) {
  for (const char* field : {"score", "outcome", "validation", "waiver"}) {
    const auto found = std::ranges::find(line.changes, field, &ReviewChange::field);
    if (found != line.changes.end()) return &*found;
  }
  return nullptr;
}

}  // namespace tidemark
