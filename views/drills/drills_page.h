// SPDX-License-Identifier: GPL-3.0-or-later
// Drills page: the run sheet of a drill, the library with what is on record, the failure matrix. It writes nothing
// itself: who owns the page does what its signals ask for. Thread rule: GUI thread.
#pragma once

#include <QPointer>
#include <memory>

#include "views/drills/run_sheet.h"
#include "views/widgets/headline.h"
#include "views/widgets/page.h"

class QStackedWidget;
class QTabBar;

namespace tidemark::views {
class FactsCard;
class StartDialog;

class DrillsPage final : public PageWidget {
  Q_OBJECT
 public:
  enum Tab { sheet_tab, library_tab, matrix_tab };
  explicit DrillsPage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  std::optional<std::size_t> count(const ViewData& view) const override;
  void show_drills(const std::shared_ptr<const DrillsView>& view);
  void show_tab(Tab tab);
  RunSheet* sheet() const { return sheet_; }
  RowView* library() const { return library_; }
  RowView* matrix() const { return matrix_; }
  RowView* rows() const override;
  const Sentence& said() const override { return headline_->said(); }
  void focus_filter() override;

  // What the keys do; they do nothing where it cannot be done. What is said carries no time: who writes it has the
  // clock.
  void stamp();
  void take_back();
  void ask_abort();
  void ask_verdict();
  void ask_start();
  // What became of what start_asked() wanted; an error instead where there is one.
  void show_start(const DrillStart& start, const QString& error);

 signals:
  void drill_asked(const std::string& drill);
  void stamped(const std::string& drill, const tidemark::DrillStamp& stamp);
  void taken_back(const std::string& drill, const std::string& step);
  void aborted(const std::string& drill, const tidemark::DrillAbort& abort);
  void judged(const std::string& drill, const tidemark::DrillVerdict& verdict);
  // `scope` as reviews write it; without `begin` only what is well is looked at.
  void start_asked(const tidemark::DrillRun& run, bool begin, bool anyway);

 private:
  QWidget* library_card();
  QWidget* matrix_card();
  void show_matrix();
  void choose();
  void open(const QModelIndex& index);
  void ask_question(const DrillProbe& question);
  const DrillRun* running() const;  // on the sheet

  DrillModel* model_;
  MatrixModel* matrix_model_ = nullptr;
  std::shared_ptr<const DrillsView> view_;
  Headline* headline_;
  QTabBar* tabs_;
  QStackedWidget* stack_;
  RunSheet* sheet_;
  RowView* library_ = nullptr;
  FactsCard* facts_ = nullptr;
  QWidget* matrix_card_ = nullptr;
  RowView* matrix_ = nullptr;
  QPointer<StartDialog> start_;
  bool chosen_tab_ = false;
};

}  // namespace tidemark::views
