// SPDX-License-Identifier: GPL-3.0-or-later
// Hatch: how a stretch without data looks in every chart. Thread rule: GUI thread.
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace tidemark::plot {

void paint_hatch(QPainter& painter, const QRectF& box, const QColor& colour);

}  // namespace tidemark::plot
