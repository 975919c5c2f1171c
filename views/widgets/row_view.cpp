// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/row_view.h"

#include <QAccessible>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "models/items/tree_model.h"
#include "views/theme/theme.h"
#include "views/widgets/row_delegate.h"

namespace tidemark::views {
using theme::Colour;

RowView::RowView(TreeModel* model, const QString& name, QWidget* parent) : QTreeView(parent), rows_(model) {
  setObjectName(QStringLiteral("table"));
  setAccessibleName(name);
  setModel(model);
  setItemDelegate(new RowDelegate(this));
  setUniformRowHeights(true);
  setSelectionBehavior(SelectRows);
  setSelectionMode(ExtendedSelection);
  setEditTriggers(NoEditTriggers);
  setVerticalScrollMode(ScrollPerPixel);
  setHorizontalScrollMode(ScrollPerPixel);
  setFrameShape(NoFrame);
  setIndentation(20);
  setExpandsOnDoubleClick(false);
  setMouseTracking(true);
  QHeaderView* head = header();
  head->setAccessibleName(tr("%1, columns").arg(name));
  head->setStretchLastSection(false);
  head->setSectionsClickable(true);
  head->setHighlightSections(false);
  head->setMinimumSectionSize(48);
  head->setSortIndicatorShown(false);
  for (int i = 0; i < model->columnCount(); ++i)
    head->resizeSection(i, model->columns()[static_cast<std::size_t>(i)].width);
  connect(head, &QHeaderView::sectionClicked, this, &RowView::header_clicked);
  connect(this, &QTreeView::doubleClicked, this, &RowView::opened);
}

// Largest first, smallest first, as it came.
void RowView::header_clicked(int column) {
  if (sorted_by_ != column) {
    sorted_by_ = column;
    order_ = column == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
  } else if (order_ == (column == 0 ? Qt::AscendingOrder : Qt::DescendingOrder)) {
    order_ = order_ == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
  } else {
    sorted_by_ = -1;
  }
  header()->setSortIndicatorShown(sorted_by_ >= 0);
  header()->setSortIndicator(sorted_by_, order_);
  rows_->sort(sorted_by_, order_);
}

// The first column, or the widest, takes what the others leave; the first gives down to what a name needs.
void RowView::fit_columns() {
  const auto others = [this] {
    int width = 0;
    for (int i = 1; i < header()->count(); ++i) width += isColumnHidden(i) ? 0 : header()->sectionSize(i);
    return width;
  };
  for (const int column : spare_) setColumnHidden(column, false);
  for (const int column : spare_)
    if (others() + first_px_ > viewport()->width()) setColumnHidden(column, true);
  if (widest_ == 0) {
    header()->resizeSection(0, std::max(first_px_, viewport()->width() - others()));
    return;
  }
  const auto own = [this](int column) { return rows_->columns()[static_cast<std::size_t>(column)].width; };
  header()->resizeSection(0, own(0));
  header()->resizeSection(widest_, own(widest_));
  const int left = viewport()->width() - own(0) - others();
  if (left > 0) header()->resizeSection(widest_, own(widest_) + left);
}

void RowView::set_widest(int column) {
  widest_ = column;
  fit_columns();
}

void RowView::set_spare(std::vector<int> columns, int first_px) {
  first_px_ = first_px;
  spare_ = std::move(columns);
  fit_columns();
}

void RowView::resizeEvent(QResizeEvent* event) {
  QTreeView::resizeEvent(event);
  fit_columns();
}

// Rows are of one height and have no editors: what changed is painted again if it is in sight. Qt's own way looks every
// range up among all open rows to learn that, which takes 40 ms for 10,000.
void RowView::dataChanged(const QModelIndex& top_left, const QModelIndex& bottom_right, const QList<int>& roles) {
  if (QAccessible::isActive())
    QTreeView::dataChanged(top_left, bottom_right, roles);
  else
    viewport()->update();
}

QModelIndexList RowView::chosen_rows() const {
  QModelIndexList rows = selectionModel()->selectedRows();
  if (!rows.isEmpty()) {
    std::ranges::sort(
        rows, [this](const QModelIndex& a, const QModelIndex& b) { return visualRect(a).top() < visualRect(b).top(); });
    return rows;
  }
  for (int i = 0; i < rows_->rowCount(); ++i) {
    const QModelIndex top = rows_->index(i, 0);
    rows << top;
    if (isExpanded(top))
      for (int c = 0; c < rows_->rowCount(top); ++c) rows << rows_->index(c, 0, top);
  }
  return rows;
}

// Qt's own expandAll() keeps a persistent index of every leaf, which each refresh would have to move.
void RowView::open_all() {
  for (int i = 0; i < rows_->rowCount(); ++i) setExpanded(rows_->index(i, 0), true);
}

void RowView::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const {
  const theme::Theme theme(palette());
  painter->save();
  if (selectionModel()->isSelected(index)) painter->fillRect(rect, theme(Colour::accent_ground));
  painter->setPen(theme(Colour::line));
  painter->drawLine(rect.bottomLeft(), rect.bottomRight());
  if (model()->hasChildren(index) && !index.parent().isValid()) {
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme(Colour::muted), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c = QRectF(rect).center() + QPointF(3, 0);
    if (isExpanded(index))
      painter->drawPolyline(QPolygonF({{c.x() - 4, c.y() - 2}, {c.x(), c.y() + 2}, {c.x() + 4, c.y() - 2}}));
    else
      painter->drawPolyline(QPolygonF({{c.x() - 2, c.y() - 4}, {c.x() + 2, c.y()}, {c.x() - 2, c.y() + 4}}));
  }
  painter->restore();
}

void RowView::keyPressEvent(QKeyEvent* event) {
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
    emit opened(currentIndex());
    return;
  }
  if (event->key() == Qt::Key_Asterisk) {
    open_all();
    return;
  }
  // Letters are the program's keys, not a search among rows.
  if (!event->text().isEmpty() && event->text().front().isPrint() && event->key() != Qt::Key_Space &&
      event->key() != Qt::Key_Plus && event->key() != Qt::Key_Minus && event->key() != Qt::Key_Asterisk) {
    event->ignore();
    return;
  }
  QTreeView::keyPressEvent(event);
}

}  // namespace tidemark::views
