// SPDX-License-Identifier: GPL-3.0-or-later
// Alignment page: what is durably in each table against what its group says, and the ledger of the chosen table's
// commits. It asks for another table's ledger when a row of that table is chosen. Thread rule: GUI thread.
#pragma once

#include <QWidget>
#include <memory>

#include "models/analysis/table_branches.h"
#include "models/analysis/tide.h"
#include "views/widgets/page.h"

class QLabel;
class QLineEdit;
class QStackedLayout;

namespace tidemark {
class AlignModel;
class LedgerModel;
}  // namespace tidemark

namespace tidemark::views {
class FactsCard;
class Figures;
class Headline;

class AlignPage final : public PageWidget {
  Q_OBJECT
 public:
  explicit AlignPage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  std::optional<std::size_t> count(const ViewData& view) const override;
  // `verify_command` makes the document of the table's newest commit.
  void show_rows(std::shared_ptr<const AlignBranches> tables, std::shared_ptr<const Ledger> ledger, LocalTime at,
                 const QString& verify_command = {});
  // The chosen commit, else the newest one, against the log: a card beside the ledger.
  void toggle_verify();
  RowView* tables() const { return tables_; }
  RowView* commits() const { return commits_; }
  RowView* rows() const override;
  const Sentence& said() const override;
  void focus_filter() override;

 signals:
  void table_asked(const tidemark::TableChoice& table);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* table_card();
  QWidget* ledger_card();
  void say(LocalTime at);
  void verify();
  void fit_tables();
  void choose(const QModelIndex& index);
  void open(const QModelIndex& index);

  std::shared_ptr<const AlignBranches> shown_;
  std::shared_ptr<const Ledger> ledger_;
  AlignModel* model_;
  LedgerModel* ledger_model_;
  Headline* headline_;
  Figures* figures_;
  QLineEdit* filter_ = nullptr;
  RowView* tables_ = nullptr;
  RowView* commits_ = nullptr;
  QLabel* ledger_title_ = nullptr;
  QLabel* ledger_words_ = nullptr;
  QStackedLayout* ledger_stack_ = nullptr;
  QStackedLayout* stack_;
  FactsCard* verify_ = nullptr;
  bool verify_wanted_ = false;
  QString verify_command_;
};

}  // namespace tidemark::views
