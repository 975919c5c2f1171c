// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/row_delegate.h"

#include <QPainter>

#include "models/items/cell.h"
#include "views/theme/severity.h"
#include "views/widgets/mark_bar.h"

namespace tidemark::views {
namespace {
using theme::Colour;
constexpr int padding = theme::grid;
constexpr int shape_px = 9;
constexpr int least_beside_px = 16;

Colour tone_colour(Tone tone) {
  switch (tone) {
    case Tone::muted:
      return Colour::muted;
    case Tone::warn:
      return Colour::warn;
    case Tone::error:
      return Colour::error_text;
    case Tone::plain:
    case Tone::strong:
      break;
  }
  return Colour::ink;
}

void paint_ground(QPainter& painter, const QStyleOptionViewItem& option, const theme::Theme& theme) {
  if (option.state & QStyle::State_Selected)
    painter.fillRect(option.rect, theme(Colour::accent_ground));
  else if (option.state & QStyle::State_MouseOver)
    painter.fillRect(option.rect, theme(Colour::hover));
  painter.setPen(theme(Colour::line));
  painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

// The text and, muted beside it in the room that is left, what belongs to it.
void paint_text(QPainter& painter, QRect box, const ItemCell& cell, bool right, const theme::Theme& theme) {
  const bool strong = cell.tone == Tone::strong || cell.tone == Tone::warn || cell.tone == Tone::error;
  painter.setFont(theme::font(strong ? theme::Face::strong : theme::Face::text));
  const QFontMetrics metrics(painter.font());
  const QFontMetrics beside_metrics(theme::font());
  const auto mode = cell.identifier ? Qt::ElideMiddle : Qt::ElideRight;
  const QString text = metrics.elidedText(cell.text, mode, box.width());
  painter.setPen(theme(tone_colour(cell.tone)));
  if (right) {
    painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
    return;
  }
  painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
  box.setLeft(box.left() + metrics.horizontalAdvance(text) + padding);
  if (cell.beside.isEmpty() || box.width() < least_beside_px) return;
  painter.setFont(theme::font());
  painter.setPen(theme(Colour::muted));
  painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                   beside_metrics.elidedText(cell.beside, Qt::ElideRight, box.width()));
}
}  // namespace

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const theme::Theme theme(option.palette);
  const auto cell = index.data(CellRole).value<ItemCell>();
  const bool right = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()).testFlag(Qt::AlignRight);
  painter->save();
  paint_ground(*painter, option, theme);
  QRect box = option.rect.adjusted(padding, 0, -padding, -1);
  if (cell.level != Level::none) {
    theme::paint_shape(*painter, QRectF(box.left(), box.center().y() - shape_px / 2.0 + 0.5, shape_px, shape_px),
                       cell.level, theme);
    box.setLeft(box.left() + shape_px + 7);
  }
  if (cell.marks)
    paint_mark_bar(*painter, box, *cell.marks, theme);
  else
    paint_text(*painter, box, cell, right, theme);
  painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {64, theme::row_px}; }

}  // namespace tidemark::views
