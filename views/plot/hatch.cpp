// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/hatch.h"

#include <QPainter>

namespace tidemark::plot {

void paint_hatch(QPainter& painter, const QRectF& box, const QColor& colour) {
  constexpr double step = 8;
  painter.save();
  painter.setClipRect(box, Qt::IntersectClip);
  QColor ground = colour;
  ground.setAlphaF(0.10F);
  painter.fillRect(box, ground);
  QColor stroke = colour;
  stroke.setAlphaF(0.45F);
  painter.setPen(QPen(stroke, 1));
  for (double x = box.left() - box.height(); x < box.right(); x += step)
    painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
  painter.restore();
}

}  // namespace tidemark::plot
