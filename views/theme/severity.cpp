// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/severity.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPolygonF>

namespace tidemark::theme {

QString shape(Level level) {
  switch (level) {
    case Level::error:
      return QStringLiteral("◆");
    case Level::warn:
      return QStringLiteral("▲");
    case Level::fine:
      return QStringLiteral("●");
    case Level::unknown:
      return QStringLiteral("○");
    case Level::none:
      break;
  }
  return {};
}

QString level_word(Level level) {
  switch (level) {
    case Level::error:
      return QCoreApplication::translate("Level", "error");
    case Level::warn:
      return QCoreApplication::translate("Level", "warn");
    case Level::fine:
      return QCoreApplication::translate("Level", "fine");
    case Level::unknown:
      return QCoreApplication::translate("Level", "unknown");
    case Level::none:
      break;
  }
  return {};
}

Colour level_colour(Level level) {
  switch (level) {
    case Level::error:
      return Colour::error_text;
    case Level::warn:
      return Colour::warn;
    case Level::fine:
      return Colour::ok;
    case Level::unknown:
    case Level::none:
      break;
  }
  return Colour::muted;
}

Colour level_ground(Level level) {
  switch (level) {
    case Level::error:
      return Colour::error_ground;
    case Level::warn:
      return Colour::warn_ground;
    case Level::fine:
      return Colour::ok_ground;
    case Level::unknown:
    case Level::none:
      break;
  }
  return Colour::hover;
}

void paint_shape(QPainter& painter, const QRectF& box, Level level, const Theme& theme) {
  if (level == Level::none) return;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor colour = theme(level_colour(level));
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  const QPointF c = box.center();
  const qreal r = std::min(box.width(), box.height()) / 2;
  if (level == Level::error)
    painter.drawPolygon(QPolygonF({{c.x(), c.y() - r}, {c.x() + r, c.y()}, {c.x(), c.y() + r}, {c.x() - r, c.y()}}));
  else if (level == Level::warn)
    painter.drawPolygon(QPolygonF({{c.x(), c.y() - r}, {c.x() + r, c.y() + r * 0.8}, {c.x() - r, c.y() + r * 0.8}}));
  else if (level == Level::fine)
    painter.drawEllipse(c, r * 0.85, r * 0.85);
  else {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.4));
    painter.drawEllipse(c, r * 0.75, r * 0.75);
  }
  painter.restore();
}

}  // namespace tidemark::theme
