// SPDX-License-Identifier: GPL-3.0-or-later
// OverviewStrip: all that was recorded, as one line over the lanes: which part of it is seen, the window and its
// baseline, when something moved and when something happened. Dragging what is seen moves it; dragging beside it
// chooses another part; a click brings the time that is clicked into the middle. Its keys are those of the time bar.
// Thread rule: GUI thread.
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "models/analysis/incident_view.h"

namespace tidemark::views {

class OverviewStrip final : public QWidget {
  Q_OBJECT
 public:
  explicit OverviewStrip(QWidget* parent = nullptr);

  // Of the timeline; nothing is drawn before it is known.
  void set_history(LocalTime oldest, LocalTime newest);
  void set_incident(std::shared_ptr<const IncidentView> incident);
  void set_range(LocalTime from, LocalTime to);

 signals:
  void range_asked(tidemark::LocalTime from, tidemark::LocalTime to);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  struct Span {
    LocalTime from, to;
  };
  struct Drag {
    double begin = 0;  // pixels
    double end = 0;
    bool moves = false;  // what is seen; else it chooses
  };

  QRectF chart() const;
  double x_of(LocalTime time) const;
  LocalTime time_at(double x) const;
  // What is seen, or would be if the drag ended here.
  Span seen() const;
  bool is_click() const;
  void describe();

  std::shared_ptr<const IncidentView> incident_;
  std::optional<Span> history_;
  Span range_{};
  std::optional<Drag> drag_;
};

}  // namespace tidemark::views
