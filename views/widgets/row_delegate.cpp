// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/row_delegate.h"

#include <QPainter>
#include <algorithm>

#include "models/items/cell.h"
#include "views/theme/severity.h"
#include "views/widgets/mark_bar.h"
#include "views/widgets/shade_strip.h"

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
  QFont font = theme::font(strong ? theme::Face::strong : theme::Face::text);
  font.setStrikeOut(cell.struck);
  painter.setFont(font);
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
// The age, the bar up to a third beyond the target, and a tick where the target is.
void paint_budget(QPainter& painter, QRect& box, const BudgetBar& budget, const theme::Theme& theme) {
  constexpr int bar_px = 88;
  constexpr int bar_height = 6;
  constexpr double shown = 4.0 / 3;  // of the target
  const QRectF bar(box.right() - bar_px, box.center().y() - bar_height / 2.0 + 0.5, bar_px, bar_height);
  box.setRight(box.right() - bar_px - padding);
  painter.setPen(Qt::NoPen);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(theme(Colour::line));
  painter.drawRoundedRect(bar, 3, 3);
  const double share = std::clamp(budget.share / shown, 0.0, 1.0);
  if (share > 0) {
    painter.setBrush(theme(budget.level == Level::none ? Colour::faint : theme::level_colour(budget.level)));
    painter.drawRoundedRect(QRectF(bar.left(), bar.top(), std::max(4.0, share * bar_px), bar_height), 3, 3);
  }
  if (budget.has_target)
    painter.fillRect(QRectF(bar.left() + bar_px / shown, bar.top() - 4, 1, bar_height + 8), theme(Colour::muted));
}

void paint_stages(QPainter& painter, QRect& box, const StageDots& stages, const theme::Theme& theme) {
  constexpr int step_px = 18;
  const double y = box.center().y() + 0.5;
  painter.setPen(theme(Colour::line));
  painter.drawLine(QPointF(box.left() + shape_px, y), QPointF(box.left() + step_px * (stages.size() - 1.0), y));
  for (std::size_t i = 0; i < stages.size(); ++i) {
    const QRectF at(box.left() + static_cast<double>(i) * step_px, y - shape_px / 2.0, shape_px, shape_px);
    theme::paint_shape(painter, at, stages[i] == Level::none ? Level::unknown : stages[i], theme);
  }
  box.setLeft(box.left() + step_px * static_cast<int>(stages.size()) + padding);
}

void paint_score(QPainter& painter, QRect& box, int score, const theme::Theme& theme) {
  constexpr int square_px = 11;
  constexpr int step_px = 14;
  constexpr int most = 5;
  painter.setPen(Qt::NoPen);
  painter.setRenderHint(QPainter::Antialiasing);
  for (int i = 0; i < most; ++i) {
    painter.setBrush(theme(i < score ? Colour::mark_high : Colour::line));
    painter.drawRoundedRect(
        QRectF(box.left() + i * step_px, box.center().y() - square_px / 2.0 + 0.5, square_px, square_px), 2, 2);
  }
  box.setLeft(box.left() + most * step_px + padding);
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
  if (cell.budget) paint_budget(*painter, box, *cell.budget, theme);
  if (cell.score) paint_score(*painter, box, *cell.score, theme);
  if (cell.stages) paint_stages(*painter, box, *cell.stages, theme);
  if (cell.marks)
    paint_mark_bar(*painter, box, *cell.marks, theme);
  else if (cell.strip)
    paint_shades(*painter, option.rect.adjusted(0, 1, 0, -2), {cell.strip->shades.get(), cell.strip->columns}, 1,
                 theme);
  else
    paint_text(*painter, box, cell, right, theme);
  painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {64, theme::row_px}; }

}  // namespace tidemark::views
