// SPDX-License-Identifier: GPL-3.0-or-later
// Page of table files: what each table is made of; beside the rows the facts of the chosen one with what it carries,
// beneath them how one of its numbers went, and where nobody reads its offsets the rule that would, to be copied.
// Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/items/table_sheet_model.h"
#include "views/widgets/facts_page.h"

class QComboBox;
class QPushButton;

namespace tidemark::views {
class TrendView;

class TableFilesPage final : public FactsPage {
  Q_OBJECT
 public:
  explicit TableFilesPage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  void set_crosshair(std::optional<LocalTime> at) override;
  void set_vector_painting(bool vector) override;
  // `trend` may be null; it is of `fact`.
  void show_sheets(const std::shared_ptr<const TableSheets>& sheets, std::shared_ptr<const MetricTrend> trend,
                   TableFact fact);
  void set_range(LocalTime from, LocalTime to) override;
  const TableSheetModel& model() const { return *model_; }
  TrendView* trend() const { return trend_; }

 signals:
  void fact_asked(const tidemark::TableChoice& table, tidemark::TableFact fact);

 protected:
  void tell(const QModelIndex& index) override;
  void open(const QModelIndex& index) override;

 private:
  TableFilesPage(TableSheetModel* model, QWidget* parent);
  QFrame* trend_card();
  QFrame* rule_card();
  void show_rule(const TableSheet& sheet);
  void choose_drawn();
  void ask();
  const TableSheet* chosen() const;

  TableSheetModel* model_;
  std::shared_ptr<const TableSheets> sheets_;
  QFrame* trend_card_ = nullptr;
  QLabel* title_ = nullptr;
  QLabel* note_ = nullptr;
  QComboBox* fact_ = nullptr;
  TrendView* trend_ = nullptr;
  QFrame* rule_card_ = nullptr;
  QLabel* rule_of_ = nullptr;
  QLabel* rule_ = nullptr;
  QPushButton* copy_ = nullptr;
  std::optional<MetricChoice> asked_;
};

}  // namespace tidemark::views
