// SPDX-License-Identifier: GPL-3.0-or-later
// TablePage: a page that is one table: a headline, a filter, the rows, and where there are none, what to do about it.
// Thread rule: GUI thread.
#pragma once

#include <QWidget>

#include "views/widgets/headline.h"
#include "views/widgets/page.h"
#include "views/widgets/row_view.h"

class QHBoxLayout;
class QLineEdit;
class QLabel;
class QStackedLayout;

namespace tidemark::views {

class TablePage : public PageWidget {
  Q_OBJECT
 public:
  // `nothing` is said where the timeline has no row at all.
  TablePage(TreeModel* model, const QString& name, const QString& nothing, QWidget* parent = nullptr);

  RowView* table() const { return table_; }
  Headline* headline() const { return headline_; }
  RowView* rows() const override { return table_; }
  const Sentence& said() const override { return headline_->said(); }
  void focus_filter() override;
  void set_filter(const QString& words);
  QString filter() const;
  // Where the parents are headings only.
  void count_children() { counts_children_ = true; }
  // After the model changed: rows or the words instead of them.
  void settle();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  // Behind the keys that every table has.
  void add_key(const QString& key, const QString& does);
  void say_nothing(const QString& words) { nothing_ = words; }
  // Opens the first row, and those after it for as long as no more than this many are seen.
  void open_first(int rows);
  // A card of what is chosen, at the right of the rows.
  void put_beside(QWidget* card);

 private:
  void put_count(int shown, int all);

  TreeModel* model_;
  bool counts_children_ = false;
  QString nothing_;
  Headline* headline_;
  QLineEdit* filter_;
  QHBoxLayout* keys_;
  RowView* table_;
  QLabel* empty_;
  QLabel* count_;
  QStackedLayout* stack_;
};

}  // namespace tidemark::views
