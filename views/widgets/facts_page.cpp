// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/facts_page.h"

#include <QItemSelectionModel>

#include "models/items/tree_model.h"

namespace tidemark::views {

FactsPage::FactsPage(TreeModel* model, const QString& name, const QString& nothing, const QString& facts,
                     QWidget* parent)
    : TablePage(model, name, nothing, parent), model_(model), facts_(new FactsCard(facts, this)) {
  model->setParent(this);
  put_beside(facts_);
  facts_->hide();
  connect(table(), &RowView::opened, this, [this](const QModelIndex& index) { open(index); });
  connect(table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FactsPage::choose);
}

void FactsPage::rows_changed(int opened) {
  settle();
  if (empty_before_) open_first(opened);
  empty_before_ = model_->total() == 0;
  choose();
}

void FactsPage::open(const QModelIndex& index) {
  const QModelIndex top = index.siblingAtColumn(0);
  if (!index.parent().isValid()) table()->setExpanded(top, !table()->isExpanded(top));
}

void FactsPage::choose() {
  facts_->setVisible(model_->total() > 0);
  if (model_->rowCount() == 0) return;
  tell(table()->currentIndex().isValid() ? table()->currentIndex() : model_->index(0, 0));
}

}  // namespace tidemark::views
