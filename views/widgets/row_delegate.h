// SPDX-License-Identifier: GPL-3.0-or-later
// RowDelegate: paints every cell of every table from its ItemCell, the same under any style. Thread rule: GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace tidemark::views {

class RowDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace tidemark::views
