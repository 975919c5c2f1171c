// SPDX-License-Identifier: GPL-3.0-or-later
// How one lane is painted: its names, the band of its states, its line, where it moved, what happened, where nobody
// looked. Thread rule: GUI thread. Units: pixels; times as plots have them.
#pragma once

#include <QRectF>
#include <span>

#include "models/analysis/incident_view.h"
#include "views/plot/reduce.h"
#include "views/theme/theme.h"

class QPainter;

namespace tidemark::views {

inline constexpr int lane_px = 56;
inline constexpr int lane_names_px = 232;
inline constexpr int lane_end_px = 96;  // the value under the crosshair

// The part of the widget that a lane's chart has, and its times.
struct LaneFrame {
  QRectF names;
  QRectF chart;
  double from = 0;
  double to = 1;
  double x(double at) const { return chart.left() + (at - from) / (to - from) * chart.width(); }
};

struct LaneLine {
  std::span<const plot::Point> points;
  double most = 0;     // the upper end of the scale; the lower one is 0
  bool beats = false;  // points in time without a value
};

QString lane_group_word(LaneGroup group);
// Commits of a table: they come, and have no value.
bool is_beat(const IncidentLane& lane);
// "connect-orders-sink · orders"; with the series.
QString lane_object(const IncidentLane& lane);
QString lane_name(const IncidentLane& lane);
// What a lane has at a time: its value, else its state; the word for unknown where nobody saw it.
QString value_at(const IncidentLane& lane, LocalTime at);

void paint_lane(QPainter& painter, const LaneFrame& frame, const IncidentView& view, const IncidentLane& lane,
                const LaneLine& line, const theme::Theme& theme);

}  // namespace tidemark::views
