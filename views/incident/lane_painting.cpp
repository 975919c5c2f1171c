// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/incident/lane_painting.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "models/items/format.h"
#include "models/items/onset_model.h"
#include "views/plot/hatch.h"
#include "views/plot/plot_time.h"
#include "views/theme/severity.h"

namespace tidemark::views {
namespace {
using plot::plot_time;
using theme::Colour;

struct Lanes {
  Q_DECLARE_TR_FUNCTIONS(Lanes)
};

constexpr double band_top = 8;
constexpr double band_height = 5;
constexpr double line_top = 20;
constexpr double line_bottom = 8;
constexpr double badge_px = 16;
constexpr int glyph_px = 9;

QRectF between(const LaneFrame& frame, LocalTime from, LocalTime to, double top, double height) {
  const double left = std::max(frame.x(plot_time(from)), frame.chart.left());
  const double right = std::min(frame.x(plot_time(to)), frame.chart.right());
  return {left, top, std::max(1.0, right - left), height};
}

bool is_visible(const LaneFrame& frame, LocalTime from, LocalTime to) {
  return plot_time(to) >= frame.from && plot_time(from) <= frame.to;
}

void paint_names(QPainter& painter, const LaneFrame& frame, const IncidentLane& lane, const theme::Theme& theme) {
  const QRectF box = frame.names.adjusted(theme::grid + 4, 0, -theme::grid, 0);
  painter.setFont(theme::font(theme::Face::strong));
  painter.setPen(theme(Colour::ink));
  QString title = lane_group_word(lane.place.lanes);
  if (!lane.words.empty()) title += QStringLiteral(" · ") + format::text(lane.words).toLower();
  painter.drawText(QRectF(box.left(), box.top() + 8, box.width(), 20),
                   Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                   QFontMetricsF(painter.font()).elidedText(title, Qt::ElideRight, box.width()));
  painter.setFont(theme::font());
  painter.setPen(theme(Colour::muted));
  painter.drawText(QRectF(box.left(), box.top() + 27, box.width(), 20),
                   Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                   QFontMetricsF(painter.font()).elidedText(lane_object(lane), Qt::ElideMiddle, box.width()));
}

void paint_bands(QPainter& painter, const LaneFrame& frame, const IncidentLane& lane, const theme::Theme& theme) {
  for (const LaneBand& band : lane.bands) {
    if (!is_visible(frame, band.from, band.to)) continue;
    QColor colour = theme(!band.bad ? Colour::faint : *band.bad ? Colour::error : Colour::ok);
    if (!band.bad || !*band.bad) colour.setAlphaF(0.4F);
    painter.fillRect(between(frame, band.from, band.to, frame.chart.top() + band_top, band_height), colour);
  }
}

// What was so before and after is not said to have been so where nobody looked.
void paint_blanks(QPainter& painter, const LaneFrame& frame, const IncidentLane& lane, const theme::Theme& theme) {
  for (const LaneBlank& blank : lane.blanks) {
    if (!is_visible(frame, blank.from, blank.to)) continue;
    const QRectF box = between(frame, blank.from, blank.to, frame.chart.top(), frame.chart.height());
    painter.fillRect(box, theme(Colour::surface));
    plot::paint_hatch(painter, box, theme(Colour::muted));
  }
}

void paint_line(QPainter& painter, const LaneFrame& frame, const LaneLine& line, const QColor& colour) {
  if (line.points.empty()) return;
  const double top = frame.chart.top() + line_top;
  const double bottom = frame.chart.bottom() - line_bottom;
  const double most = line.most > 0 ? line.most : 1;
  QPolygonF run;
  // A dense line is drawn as it was reduced, pixel by pixel.
  const bool dense = static_cast<double>(line.points.size()) > frame.chart.width();
  painter.setRenderHint(QPainter::Antialiasing, !dense);
  painter.setPen(QPen(colour, dense ? 1 : 1.2));
  const auto draw = [&] {
    if (run.size() == 1) painter.drawEllipse(run.front(), 1, 1);
    if (run.size() > 1) painter.drawPolyline(run);
    run.clear();
  };
  if (line.beats) {
    for (const plot::Point& point : line.points)
      if (!std::isnan(point.y))
        painter.drawLine(QPointF(frame.x(point.x), bottom - 14), QPointF(frame.x(point.x), bottom));
    return;
  }
  for (const plot::Point& point : line.points) {
    if (std::isnan(point.y)) {
      draw();
      continue;
    }
    run << QPointF(frame.x(point.x), bottom - std::clamp(point.y / most, 0.0, 1.0) * (bottom - top));
  }
  draw();
}

void paint_onsets(QPainter& painter, const LaneFrame& frame, const IncidentView& view, const IncidentLane& lane,
                  const theme::Theme& theme) {
  QColor ground = theme(Colour::accent);
  ground.setAlphaF(0.18F);
  for (const std::size_t index : lane.onsets) {
    const Onset& onset = view.incident.onsets[index];
    if (!is_visible(frame, onset.lo, onset.hi)) continue;
    const QRectF box = between(frame, onset.lo, onset.hi, frame.chart.top() + 2, frame.chart.height() - 4);
    painter.fillRect(box, ground);
    const QRectF badge(std::clamp(box.center().x() - badge_px / 2, frame.chart.left(), frame.chart.right() - badge_px),
                       frame.chart.bottom() - badge_px - 3, badge_px, badge_px);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme(Colour::accent));
    painter.drawEllipse(badge);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme(Colour::surface));
    painter.setFont(theme::font(theme::Face::small));
    painter.drawText(badge, Qt::AlignCenter, QString::number(onset.rank));
  }
}

// The last value at or before a time, as long as the line goes on, and behind its end no longer than from one sample to
// the next.
std::optional<double> line_at(const IncidentLane& lane, LocalTime at) {
  if (is_beat(lane)) return std::nullopt;
  const auto after = std::ranges::upper_bound(lane.line, at, {}, &LanePoint::at);
  if (after == lane.line.begin() || (after != lane.line.end() && after->broken)) return std::nullopt;
  const auto last = std::prev(after);
  if (after == lane.line.end()) {
    const bool alone = last == lane.line.begin() || last->broken;
    const Millis apart = alone ? Millis(0) : last->at - std::prev(last)->at;
    if (at > last->at + apart) return std::nullopt;
  }
  return last->value;
}

Level level_of_event(const EventRow& event) {
  return event.severity == "error" ? Level::error : event.severity == "warn" ? Level::warn : Level::none;
}

// Glyphs stand where it happened; of those that are loud the words too, where there is room.
void paint_events(QPainter& painter, const LaneFrame& frame, const IncidentLane& lane, const theme::Theme& theme) {
  painter.setFont(theme::font(theme::Face::small));
  const QFontMetricsF metrics(painter.font());
  double free_from = frame.chart.left();
  for (const EventRow& event : lane.events) {
    if (!is_visible(frame, event.at, event.at)) continue;
    const Level level = level_of_event(event);
    const QRectF glyph(frame.x(plot_time(event.at)) - glyph_px / 2.0, frame.chart.top() + 16, glyph_px, glyph_px);
    if (level == Level::none) {
      painter.setPen(Qt::NoPen);
      painter.setBrush(theme(Colour::muted));
      painter.drawEllipse(glyph.center(), 2.5, 2.5);
      painter.setBrush(Qt::NoBrush);
      continue;
    }
    if (glyph.left() < free_from) continue;
    theme::paint_shape(painter, glyph, level, theme);
    const QString words = format::middle(format::text(event.text.empty() ? event.kind : event.text), 32);
    const QRectF box(glyph.right() + 3, glyph.top() - 3, metrics.horizontalAdvance(words) + 2, 15);
    if (box.right() > frame.chart.right()) continue;
    painter.setPen(theme(theme::level_colour(level)));
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, words);
    free_from = box.right() + 4;
  }
}
}  // namespace

QString lane_group_word(LaneGroup group) {
  switch (group) {
    case LaneGroup::producers:
      return Lanes::tr("Producers");
    case LaneGroup::brokers:
      return Lanes::tr("Brokers");
    case LaneGroup::storage:
      return Lanes::tr("Storage of the brokers");
    case LaneGroup::transactions:
      return Lanes::tr("Transactions");
    case LaneGroup::groups:
      return Lanes::tr("Groups");
    case LaneGroup::connect:
      return Lanes::tr("Connect");
    case LaneGroup::object_store:
      return Lanes::tr("Object store");
    case LaneGroup::tables:
      return Lanes::tr("Tables");
    case LaneGroup::catalog:
      return Lanes::tr("Catalog");
    case LaneGroup::vectors:
      return Lanes::tr("Embedding, vector store");
    case LaneGroup::collector:
      break;
  }
  return Lanes::tr("Collector");
}

bool is_beat(const IncidentLane& lane) { return lane.series == "commit_cadence"; }

QString lane_object(const IncidentLane& lane) {
  QString name = format::text(object::name(lane.object));
  if (!lane.topic.empty() && lane.topic != object::name(lane.object))
    name += QStringLiteral(" · ") + format::text(lane.topic);
  return name;
}

QString lane_name(const IncidentLane& lane) {
  return lane.series.empty() ? lane_object(lane) : lane_object(lane) + QStringLiteral(" · ") + format::text(lane.words);
}

QString value_at(const IncidentLane& lane, LocalTime at) {
  const auto blank =
      std::ranges::find_if(lane.blanks, [&](const LaneBlank& of) { return of.from < at && at <= of.to; });
  if (blank != lane.blanks.end()) return format::unknown(blank->reason);
  if (const auto value = line_at(lane, at)) return series_value(*value, lane.unit);
  const auto band = std::ranges::find_if(lane.bands, [&](const LaneBand& of) { return of.from <= at && at <= of.to; });
  if (band != lane.bands.end()) return format::text(band->state);
  return lane.line.empty() || is_beat(lane) ? QString() : format::unknown(Reason::no_history);
}

void paint_lane(QPainter& painter, const LaneFrame& frame, const IncidentView& view, const IncidentLane& lane,
                const LaneLine& line, const theme::Theme& theme) {
  paint_names(painter, frame, lane, theme);
  painter.save();
  painter.setClipRect(frame.chart, Qt::IntersectClip);
  painter.setRenderHint(QPainter::Antialiasing);
  paint_bands(painter, frame, lane, theme);
  paint_blanks(painter, frame, lane, theme);
  paint_line(painter, frame, line, theme(lane.onsets.empty() ? Colour::muted : Colour::accent));
  painter.setRenderHint(QPainter::Antialiasing);
  paint_events(painter, frame, lane, theme);
  paint_onsets(painter, frame, view, lane, theme);
  painter.restore();
}

}  // namespace tidemark::views
