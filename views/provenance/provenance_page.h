// SPDX-License-Identifier: GPL-3.0-or-later
// Provenance page: which data did this model see? A field to ask in and the runs that are registered at the left, the
// answer with its proof at the right: what was read, partition by partition, or two runs against each other; beneath it
// what the run says of itself and why not all is known. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/items/provenance_models.h"
#include "views/widgets/headline.h"
#include "views/widgets/page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedLayout;

namespace tidemark::views {
class FactsCard;

class ProvenancePage final : public PageWidget {
  Q_OBJECT
 public:
  explicit ProvenancePage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  std::optional<std::size_t> count(const ViewData& view) const override;
  void show_provenance(const std::shared_ptr<const ProvenanceView>& view);
  RowView* runs() const { return runs_; }
  RowView* seen() const { return seen_; }
  RowView* diff() const { return diff_; }
  RowView* rows() const override;
  const Sentence& said() const override { return headline_->said(); }
  void focus_filter() override;
  // What is held against what: the keyboard goes there.
  void ask_other();
  // The registered run that is shown; empty where it is none.
  std::string shown_run() const;

 signals:
  // As load_provenance() takes it.
  void run_asked(const std::string& asked, const std::string& with);

 private:
  QWidget* runs_card();
  QWidget* answer_card();
  void ask();

  RunModel* run_model_;
  SeenModel* seen_model_;
  RunDiffModel* diff_model_;
  std::shared_ptr<const ProvenanceView> view_;
  Headline* headline_;
  QLineEdit* field_ = nullptr;
  RowView* runs_ = nullptr;
  QStackedLayout* run_stack_ = nullptr;
  QComboBox* with_ = nullptr;
  QStackedLayout* stack_ = nullptr;
  RowView* seen_ = nullptr;
  RowView* diff_ = nullptr;
  QLabel* none_ = nullptr;
  FactsCard* facts_ = nullptr;
};

}  // namespace tidemark::views
