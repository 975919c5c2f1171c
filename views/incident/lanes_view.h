// SPDX-License-Identifier: GPL-3.0-or-later
// LanesView: the lanes of an incident under one time axis: a band of states, a line, glyphs of events, hatches where
// nobody looked, and where a lane moved the interval of its onset with its rank. It opens on what moved, beside one
// witness of each group of lanes that did not; the rest is folded and counted. What is under the crosshair is also said
// in words in its accessible description.
// A lane that is pinned stands on top, whatever is folded or filtered.
// Keys: arrows pan and zoom, Page up and down scroll, Shift+left and right move the crosshair, Shift+up and down choose
// the lane to pin. The wheel pans over the chart
// and scrolls over the names, Ctrl+wheel zooms at the cursor, dragging asks for a window, whose edges keep to events
// that are near, unless Alt is held. Thread rule: GUI thread.
#pragma once

#include <QAbstractScrollArea>
#include <QPixmap>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "models/analysis/incident_view.h"
#include "views/plot/reduce.h"

namespace tidemark::views {

class LanesView final : public QAbstractScrollArea {
  Q_OBJECT
 public:
  explicit LanesView(QWidget* parent = nullptr);

  void set_incident(std::shared_ptr<const IncidentView> incident);
  void set_range(LocalTime from, LocalTime to);
  void set_filter(const QString& words);
  void set_all(bool all);
  bool all() const { return all_; }
  // Lanes that are there and not shown.
  int folded() const;
  int shown() const { return static_cast<int>(rows_.size()); }
  const IncidentLane& lane(int row) const;

  // The lane that is pinned next, or no longer: the one under the mouse, else the one that the keys chose.
  std::optional<int> current() const;
  void toggle_pin();
  int pinned() const { return pinned_rows_; }

  void set_crosshair(std::optional<LocalTime> at);
  std::optional<LocalTime> crosshair() const { return crosshair_; }
  void toggle_lock();
  bool locked() const { return locked_; }
  // To the next or the last event or onset of the lanes that are shown.
  void step_event(int by);
  // Asks for the window from the event at the crosshair, or the last one before it, to the next one.
  void ask_event_range();

 signals:
  void crosshair_moved();
  void window_asked(tidemark::LocalTime from, tidemark::LocalTime to);
  void zoom_asked(double factor, tidemark::LocalTime at);
  void pan_asked(double share);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Drawn {
    std::vector<plot::Point> points;
    double most = 0;  // of what is visible
    bool ready = false;
  };

  void choose_rows();
  void choose_lane(int row);
  void fit();
  void describe();
  // Of the events and onsets of the lanes that are shown, in what is visible; ascending.
  std::vector<LocalTime> event_times() const;
  LocalTime snapped(double x) const;
  const Drawn& drawn(std::size_t lane);
  // Everything but the crosshair and what it reads.
  void paint_lanes(QPainter& painter);
  void paint_crosshair(QPainter& painter);
  void changed();  // what is on paper is no longer right
  double x_of(LocalTime time) const;
  LocalTime time_at(double x) const;
  QRectF chart() const;

  std::shared_ptr<const IncidentView> incident_;
  std::vector<std::size_t> rows_;  // indices of the lanes that are shown
  std::set<std::string> pins_;     // keys of lanes
  int pinned_rows_ = 0;            // how many of the rows, the first ones
  std::string current_;            // its key
  std::vector<Drawn> drawn_;       // of each lane, for this range and width
  QString filter_;
  bool all_ = false;
  LocalTime from_;
  LocalTime to_;
  std::optional<LocalTime> crosshair_;
  bool locked_ = false;
  std::optional<double> drag_from_;  // pixels
  double drag_to_ = 0;
  QPixmap paper_;  // paint_lanes() as it was; null where it has to be painted again
};

}  // namespace tidemark::views
