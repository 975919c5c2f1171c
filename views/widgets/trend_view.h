// SPDX-License-Identifier: GPL-3.0-or-later
// TrendView: how one signal of one object went: a line that breaks where nothing is known, hatched there, and a
// crosshair that tells the value of the poll it stands at, with what happened since the poll before. What it tells is
// also said in words in its accessible description. Keys: arrows pan and zoom, Shift+arrows move the crosshair poll by
// poll. Thread rule: GUI thread.
#pragma once

#include <QString>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "models/analysis/metric_trend.h"

class QLabel;

namespace tidemark::plot {
class TimePlot;
}

namespace tidemark::views {

// What happened at a time, or by then.
struct TrendMoment {
  LocalTime at;
  QString word;  // what kind of thing: "schema"
  QString text;
  bool operator==(const TrendMoment&) const = default;
};

class TrendView final : public QWidget {
  Q_OBJECT
 public:
  explicit TrendView(QWidget* parent = nullptr);

  // Null: there is nothing to draw.
  void set_trend(std::shared_ptr<const MetricTrend> trend);
  void set_moments(std::vector<TrendMoment> moments);
  void set_range(LocalTime from, LocalTime to);
  // Puts the crosshair at the poll nearest to a time; none takes it away.
  void set_crosshair(std::optional<LocalTime> at);
  const MetricTrend* trend() const { return trend_.get(); }
  void set_vector_painting(bool on);
  std::size_t drawn_points() const;

 signals:
  void zoom_asked(double factor, tidemark::LocalTime at);
  void pan_asked(double share);

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void redraw();
  void place_crosshair();
  void step_crosshair(int polls);
  QString happened_at(std::size_t point) const;

  plot::TimePlot* plot_;
  std::shared_ptr<const MetricTrend> trend_;
  std::vector<TrendMoment> moments_;
  std::optional<LocalTime> wanted_;    // where the crosshair was put
  std::optional<std::size_t> stands_;  // at which point of the trend
};

}  // namespace tidemark::views
