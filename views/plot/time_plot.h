// SPDX-License-Identifier: GPL-3.0-or-later
// TimePlot: curves over time that share one axis, fills between two of them, hatched stretches without data, marked
// times and a crosshair that measures. It knows pictures only: what the curves mean, their colours and words come from
// outside. It reduces what it is given to what its columns can show; give it everything in the range, and a little
// more. Thread rule: GUI thread. Units: x seconds since the epoch (UTC), y counts above `Content::base`.
#pragma once

#include <QColor>
#include <QWidget>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "views/plot/reduce.h"

namespace tidemark::plot {

struct Line {
  QString label;  // stands at the line's right end
  QColor colour;
  QColor label_colour;
  double width = 1;
  bool dashed = false;
  bool step = false;      // holds its value until the next point
  bool stretches = true;  // false: the axis reaches down to it only where that does not flatten the others
  std::vector<Point> points;
};

struct Fill {
  std::size_t upper = 0;  // indices into Content::lines
  std::size_t lower = 0;
  QColor colour;
};

struct Hatch {
  double from = 0;
  double to = 0;
  QString label;
};

struct Moment {
  double at = 0;
  QString label;  // empty: a tick without words
  QColor colour;
  QColor ground;
};

struct Content {
  std::int64_t base = 0;
  int scale10 = 0;       // a count is 10^-scale10 of what the axis says
  double least_air = 1;  // in counts, above and below the lines
  std::vector<Line> lines;
  std::vector<Fill> fills;
  std::vector<Hatch> hatches;
  std::vector<Moment> moments;
};

// What the crosshair measures between two lines: upright in counts, and level in time where that is known.
struct Gap {
  double low = 0;
  double high = 0;
  std::optional<double> since;  // where the level bar begins
  QColor colour;
  QColor label_colour;
  QString counts;
  QString time;
};

struct Crosshair {
  double at = 0;
  QString label;
  std::vector<Gap> gaps;
};

struct Colours {
  QColor ground, text, line, crosshair, hatch;
};

class TimePlot final : public QWidget {
  Q_OBJECT
 public:
  explicit TimePlot(QWidget* parent = nullptr);
  ~TimePlot() override;

  void set_colours(const Colours& colours);
  void set_content(Content content);
  // The visible time; the counts follow from what is visible in it.
  void set_range(double from, double to);
  double from() const;
  double to() const;
  void set_crosshair(std::optional<Crosshair> crosshair);
  // Paints curves as curves instead of copying pixels: for SVG and PDF.
  void set_vector_painting(bool on);
  // Points handed to the drawing library in the last reduction: for tests and figures.
  std::size_t drawn_points() const;

  QSize sizeHint() const override { return {640, 360}; }

 signals:
  void hovered(double at, double count);
  void left();
  void clicked(double at, double count);
  void zoom_asked(double factor, double at);  // < 1 zooms in
  void pan_asked(double share);               // of the visible range; > 0 is later

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace tidemark::plot
