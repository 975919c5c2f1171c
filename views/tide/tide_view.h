// SPDX-License-Identifier: GPL-3.0-or-later
// TideView: the tide chart of one partition or topic. Marks rise as lines; the gap between two of them is filled; the
// crosshair measures it, upright in records and level in time. What it shows is also said in words in its accessible
// description, for who cannot see it.
// Keys: arrows pan and zoom, Shift+arrows move the crosshair poll by poll, Enter asks for the journey.
// Thread rule: GUI thread.
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "models/analysis/tide.h"

namespace tidemark::plot {
class TimePlot;
}

namespace tidemark::views {

class TideView final : public QWidget {
  Q_OBJECT
 public:
  explicit TideView(QWidget* parent = nullptr);

  void set_chart(std::shared_ptr<const TideChart> chart);
  void set_range(LocalTime from, LocalTime to);
  // Puts the crosshair at the poll nearest to a time; none takes it away.
  void set_crosshair(std::optional<LocalTime> at);
  std::optional<TideMeasure> measure() const { return measure_; }
  const TideChart* chart() const { return chart_.get(); }
  void set_vector_painting(bool on);
  std::size_t drawn_points() const;

 signals:
  void measured();  // the crosshair moved, or what is under it changed
  void journey_asked(tidemark::LocalTime at, std::int64_t offset);
  void zoom_asked(double factor, tidemark::LocalTime at);
  void pan_asked(double share);

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void redraw();
  void place_crosshair();
  void step_crosshair(int polls);
  void ask_journey(LocalTime at, std::optional<double> count);
  void describe();

  plot::TimePlot* plot_;
  std::shared_ptr<const TideChart> chart_;
  std::int64_t base_ = 0;
  std::optional<LocalTime> wanted_;  // where the crosshair was put
  std::optional<TideMeasure> measure_;
};

}  // namespace tidemark::views
