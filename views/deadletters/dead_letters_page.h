// SPDX-License-Identifier: GPL-3.0-or-later
// Dead letters page: what was set aside as it failed: from where, by whom, how much, how fast, and why; beside the rows
// the facts of the chosen one. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/analysis/tide.h"
#include "models/items/dead_letter_model.h"
#include "views/widgets/facts_page.h"

namespace tidemark::views {

class DeadLettersPage final : public FactsPage {
  Q_OBJECT
 public:
  explicit DeadLettersPage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  std::optional<std::size_t> count(const ViewData& view) const override;
  void show_rows(std::shared_ptr<const DeadLetterBranches> rows);
  const DeadLetterModel& model() const { return *model_; }

 protected:
  void tell(const QModelIndex& index) override;
  void open(const QModelIndex& index) override;

 private:
  DeadLettersPage(DeadLetterModel* model, QWidget* parent);

  DeadLetterModel* model_;
};

}  // namespace tidemark::views
