// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/mark_bar.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace tidemark::views {
namespace {
using theme::Colour;
constexpr double thickness = 6;
constexpr double tick_height = 14;
constexpr float landed_share = 0.32F;  // of the table's colour, on the ground of the bar

void hatch(QPainter& painter, const QRectF& bar, const theme::Theme& theme) {
  painter.setPen(QPen(theme(Colour::faint), 1));
  painter.setClipRect(bar, Qt::IntersectClip);
  for (double x = bar.left() - bar.height(); x < bar.right(); x += 6)
    painter.drawLine(QPointF(x, bar.bottom()), QPointF(x + bar.height(), bar.top()));
}

void tick(QPainter& painter, const QRectF& bar, double x, const QColor& colour) {
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  painter.drawRect(
      QRectF(std::clamp(x, bar.left() + 1, bar.right() - 1) - 1, bar.center().y() - tick_height / 2, 2, tick_height));
}
}  // namespace

MarkPlaces mark_places(const MarkBar& marks) {
  MarkPlaces places;
  if (!marks.floor || !marks.high) return places;
  places.placed = true;
  const double length = std::max(1.0, static_cast<double>(*marks.high - *marks.floor));
  const auto place = [&](const Known<std::int64_t>& mark) -> std::optional<double> {
    if (!mark) return std::nullopt;
    return std::clamp(static_cast<double>(*mark - *marks.floor) / length, 0.0, 1.0);
  };
  places.table = place(marks.table);
  places.group = place(marks.group);
  places.stable = place(marks.stable);
  return places;
}

void paint_mark_bar(QPainter& painter, const QRectF& box, const MarkBar& marks, const theme::Theme& theme) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, false);
  const QRectF bar(std::round(box.left()), std::round(box.center().y() - thickness / 2), std::floor(box.width()),
                   thickness);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme(Colour::line));
  painter.drawRect(bar);
  const MarkPlaces places = mark_places(marks);
  const auto x = [&](double share) { return bar.left() + share * bar.width(); };
  const auto fill = [&](double from, double to, const QColor& colour) {
    if (to <= from) return;
    const double width = std::max(2.0, x(to) - x(from));  // a gap is never too small to see
    painter.fillRect(QRectF(std::min(x(from), bar.right() - width), bar.top(), width, bar.height()), colour);
  };
  // A writer that commits no group: all that the log has and the table has not is not landed.
  const bool no_group = !places.group && marks.group.reason() == Reason::not_applicable;
  if (!places.placed || (!places.group && !(no_group && places.table))) {
    hatch(painter, bar, theme);
    painter.restore();
    return;
  }
  QColor landed = theme(Colour::mark_table);
  landed.setAlphaF(landed_share);
  if (places.table) fill(0, *places.table, landed);
  if (places.group) fill(*places.group, 1, theme(Colour::mark_group));
  if (places.table) fill(*places.table, places.group.value_or(1), theme(Colour::gap_not_landed));
  if (places.stable && *places.stable < 1) tick(painter, bar, x(*places.stable), theme(Colour::mark_stable));
  if (places.table) tick(painter, bar, x(*places.table), theme(Colour::mark_table));
  if (places.group) tick(painter, bar, x(*places.group), theme(Colour::mark_group));
  tick(painter, bar, bar.left() + 1, theme(Colour::mark_floor));
  tick(painter, bar, bar.right() - 1, theme(Colour::mark_high));
  painter.restore();
}

}  // namespace tidemark::views
