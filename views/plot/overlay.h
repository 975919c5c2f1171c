// SPDX-License-Identifier: GPL-3.0-or-later
// What TimePlot draws itself around the library's curves: hatches under them, moments, labels and the crosshair above.
// Inside views/plot only. Thread rule: GUI thread.
#pragma once

#include <qcustomplot.h>

#include <functional>

#include "views/plot/time_plot.h"

namespace tidemark::plot {

// A layer's single inhabitant that paints with a function.
class Painting final : public QCPLayerable {
 public:
  Painting(QCustomPlot* plot, const QString& layer, std::function<void(QPainter&)> paint)
      : QCPLayerable(plot, layer), paint_(std::move(paint)) {}

 protected:
  QRect clipRect() const override { return parentPlot()->viewport(); }
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(true); }
  void draw(QCPPainter* painter) override { paint_(*painter); }

 private:
  std::function<void(QPainter&)> paint_;
};

// Everything the painters need to know about where things are.
struct Frame {
  QRectF inside;  // the axes' rectangle
  double from = 0;
  double to = 1;
  double low = 0;
  double high = 1;

  double x(double at) const { return inside.left() + (at - from) / (to - from) * inside.width(); }
  double y(double count) const { return inside.bottom() - (count - low) / (high - low) * inside.height(); }
  double at(double pixel) const { return from + (pixel - inside.left()) / inside.width() * (to - from); }
  double count(double pixel) const { return low + (inside.bottom() - pixel) / inside.height() * (high - low); }
};

void paint_hatches(QPainter& painter, const Frame& frame, const Content& content, const Colours& colours);
void paint_moments(QPainter& painter, const Frame& frame, const Content& content, const Colours& colours);
void paint_end_labels(QPainter& painter, const Frame& frame, const Content& content);
void paint_crosshair(QPainter& painter, const Frame& frame, const Crosshair& crosshair, const Colours& colours);

}  // namespace tidemark::plot
