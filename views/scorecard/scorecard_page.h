// SPDX-License-Identifier: GPL-3.0-or-later
// Scorecard page: how ready a family of streams is, row by row, and beside the rows the evidence of the chosen one:
// what it rests on, why it is rated so, what would raise it. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/items/review_model.h"
#include "views/widgets/facts_page.h"

class QComboBox;

namespace tidemark::views {

class ScorecardPage final : public FactsPage {
  Q_OBJECT
 public:
  explicit ScorecardPage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  std::optional<std::size_t> count(const ViewData& view) const override;
  void show_review(const std::shared_ptr<const ReviewView>& review);
  const ReviewModel& model() const { return *model_; }
  // What is shown, or null.
  const std::shared_ptr<const ReviewView>& review() const { return review_; }
  // Of the chosen row; empty without one.
  std::string chosen() const;

 signals:
  void review_asked(const std::string& scope, const std::string& card);

 protected:
  void tell(const QModelIndex& index) override;

 private:
  ScorecardPage(ReviewModel* model, QWidget* parent);

  ReviewModel* model_;
  std::shared_ptr<const ReviewView> review_;
  void offer(QComboBox* box, const std::vector<std::string>& all, const std::string& chosen) const;

  QComboBox* scope_ = nullptr;
  QComboBox* card_ = nullptr;
};

}  // namespace tidemark::views
