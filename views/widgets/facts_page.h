// SPDX-License-Identifier: GPL-3.0-or-later
// Facts page: a table page with the facts of the chosen row beside it, or of the first row where none is chosen. Thread
// rule: GUI thread.
#pragma once

#include "views/widgets/facts_card.h"
#include "views/widgets/table_page.h"

namespace tidemark::views {

class FactsPage : public TablePage {
  Q_OBJECT
 protected:
  // `nothing` is said where the timeline has no row at all; `facts` names the card.
  FactsPage(TreeModel* model, const QString& name, const QString& nothing, const QString& facts, QWidget* parent);
  FactsCard* facts() const { return facts_; }
  // After the model changed; `opened` rows are seen with what belongs to them when the first ones come.
  void rows_changed(int opened);
  // Puts the facts of a row into the card.
  virtual void tell(const QModelIndex& index) = 0;
  // Enter or a double click: shows what belongs to the row, or hides it.
  virtual void open(const QModelIndex& index);

 private:
  void choose();

  TreeModel* model_;
  FactsCard* facts_;
  bool empty_before_ = true;
};

}  // namespace tidemark::views
