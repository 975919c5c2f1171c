// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>

#include "views/present/sheet.h"
#include "views/theme/severity.h"

namespace tidemark::views {
namespace {
using theme::Colour;
constexpr int squares = 5;

void paint_squares(QPainter& painter, const SetMark& mark, const PresentInk& ink) {
  const double step = mark.box.width() / (squares + 0.45);
  const double side = step / 1.15;
  for (int i = 0; i < squares; ++i) {
    const QRectF box(mark.box.left() + i * step, mark.box.center().y() - side / 2, side, side);
    painter.setPen(QPen(ink(i < mark.score ? Colour::ink : Colour::faint), side / 14));
    painter.setBrush(i < mark.score ? QBrush(ink(Colour::ink)) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, side / 6, side / 6);
  }
}

// What was as it should be is full, what was not is full in the colour of errors, what nobody saw is hatched.
void paint_bar(QPainter& painter, const SetMark& mark, const PresentInk& ink) {
  if (mark.bar->whole() <= 0) return;
  double x = mark.box.left();
  const auto part = [&](double value, const QBrush& brush) {
    const double width = mark.box.width() * value / mark.bar->whole();
    if (width <= 0) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(brush);
    painter.drawRect(QRectF(x, mark.box.top(), width, mark.box.height()));
    x += width;
  };
  part(mark.bar->good, ink(Colour::ok));
  part(mark.bar->bad, ink(Colour::error));
  QBrush hatch(ink(Colour::faint), Qt::BDiagPattern);
  hatch.setTransform(QTransform::fromScale(mark.box.height() / 12, mark.box.height() / 12));
  part(mark.bar->unknown, hatch);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(ink(Colour::faint), mark.box.height() / 12));
  painter.drawRect(mark.box);
}

void paint_ground(QPainter& painter, const SetGround& ground, double unit, const PresentInk& ink) {
  painter.setPen(Qt::NoPen);
  if (ground.ground) {
    painter.setBrush(ink(Colour::error_ground));
    painter.drawRect(ground.box);
  }
  if (ground.chosen) {
    painter.setPen(QPen(ink(Colour::accent), 2 * unit));
    painter.setBrush(ink(Colour::accent_ground));
    painter.drawRect(ground.box);
  }
  if (ground.card) {
    painter.setPen(QPen(ink(Colour::line), unit));
    painter.setBrush(ink(Colour::surface));
    painter.drawRoundedRect(ground.box, theme::radius_px * unit, theme::radius_px * unit);
  }
  if (!ground.line) return;
  painter.setPen(QPen(ink(Colour::line), unit));
  painter.drawLine(ground.box.bottomLeft(), ground.box.bottomRight());
}
}  // namespace

QColor PresentInk::operator()(Colour colour) const {
  if (!contrast_) return theme_(colour);
  switch (colour) {
    case Colour::background:
    case Colour::surface:
    case Colour::error_ground:
    case Colour::accent_ground:
      return Qt::black;
    case Colour::ok:
      return {0x00, 0xE6, 0x76};
    case Colour::warn:
      return {0xFF, 0xD6, 0x00};
    case Colour::error:
    case Colour::error_text:
      return {0xFF, 0x8A, 0x80};
    default:
      return Qt::white;
  }
}

void paint_sheet(QPainter& painter, const Sheet& sheet, QSizeF wall, const PresentInk& ink) {
  const double unit = std::min(wall.width() / 1280, wall.height() / 720);
  painter.fillRect(QRectF({}, wall), ink(Colour::background));
  painter.setRenderHint(QPainter::Antialiasing);
  for (const SetGround& ground : sheet.grounds) paint_ground(painter, ground, unit, ink);
  for (const SetMark& mark : sheet.marks) {
    if (mark.bar)
      paint_bar(painter, mark, ink);
    else if (mark.score > 0)
      paint_squares(painter, mark, ink);
    else
      theme::paint_shape(painter, mark.box, mark.level, ink.theme());
  }
  for (const SetLine& line : sheet.lines) {
    QFont font = theme::font(line.strong ? theme::Face::strong : theme::Face::text);
    font.setPixelSize(std::max(1, static_cast<int>(line.px)));
    painter.setFont(font);
    painter.setPen(ink(line.colour));
    painter.drawText(QPointF(line.box.left(), line.box.top() + QFontMetricsF(font).ascent()), line.text);
  }
}

}  // namespace tidemark::views
