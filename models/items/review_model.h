// SPDX-License-Identifier: GPL-3.0-or-later
// ReviewModel: the rows of a scorecard with three lenses over the same evidence, how much evidence there is and how old
// it is, whose the row is, and what changed since the review before. Thread rule: GUI thread.
#pragma once

#include "models/analysis/review/view.h"
#include "models/items/rows_model.h"

namespace tidemark {

class ReviewModel final : public RowsModel<ReviewLine, NoRow> {
  Q_OBJECT
 public:
  enum Column { name, score, outcome, tested, evidence, owner, changed };
  explicit ReviewModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const ReviewLine& row, int column) const override;
  ItemCell cell_of(const ReviewLine&, const NoRow&, int) const override { return {}; }
  SortValue sort_of(const ReviewLine& row, int column) const override;
  SortValue sort_of(const ReviewLine&, const NoRow&, int) const override { return {}; }
};

Level level_of(Outcome outcome);
Level level_of(Validation validation);
Level level_of_score(std::int64_t score);

// How a review is written on screen. GUI thread because of translation.
namespace review_words {
QString word(Outcome outcome);
QString word(Validation validation);
QString word(EvidenceKind kind);
QString word(WaiverReason reason);
QString word(ChangeCause cause);
QString scope(const std::string& scope);  // "everything"
// "raised by kim from 2: seen by hand"; empty where nobody said another score.
QString said(const ReviewedRow& row);
// "waived until 2027-01-31: …"; empty where nobody asked for that.
QString waiver(const ReviewedRow& row);
QString age(LocalTime since, LocalTime at);  // "3 d"
// "score 2 → 4 (system)".
QString change(const ReviewChange& change);
// "10,068 of 10,080 min on time, 12 not seen".
QString proof(const ProofBar& bar);
QString evidence(const ReviewEvidence& one, LocalTime at);  // who or what, when, how much was seen
}  // namespace review_words

}  // namespace tidemark
