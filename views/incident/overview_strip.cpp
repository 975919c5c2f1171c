// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/incident/overview_strip.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "models/items/format.h"
#include "views/incident/lane_painting.h"
#include "views/plot/plot_time.h"
#include "views/theme/theme.h"

namespace tidemark::views {
namespace {
using plot::plot_time;
using theme::Colour;
constexpr int strip_px = 36;
constexpr double least_drag_px = 6;
constexpr double least_seen_px = 3;  // of what is seen, so that it is found
constexpr double mark_px = 2;
constexpr Millis least_range{10'000};
}  // namespace

OverviewStrip::OverviewStrip(QWidget* parent) : QWidget(parent) {
  setFixedHeight(strip_px);
  setAccessibleName(tr("All that was recorded"));
  setCursor(Qt::PointingHandCursor);
}

void OverviewStrip::set_history(LocalTime oldest, LocalTime newest) {
  history_ = Span{oldest, std::max(newest, oldest + least_range)};
  describe();
}

void OverviewStrip::set_incident(std::shared_ptr<const IncidentView> incident) {
  incident_ = std::move(incident);
  update();
}

void OverviewStrip::set_range(LocalTime from, LocalTime to) {
  range_ = {from, to};
  describe();
}

void OverviewStrip::describe() {
  update();
  if (!history_) return;
  setAccessibleDescription(
      tr("Recorded: %1; seen: %2")
          .arg(format::range(history_->from, history_->to), format::range(range_.from, range_.to)));
  setToolTip(format::plain(accessibleDescription()));
}

QRectF OverviewStrip::chart() const {
  return {static_cast<double>(lane_names_px), 6.0,
          std::max(1.0, static_cast<double>(width() - lane_names_px - lane_end_px)), strip_px - 12.0};
}

double OverviewStrip::x_of(LocalTime time) const {
  const double from = plot_time(history_->from), to = plot_time(history_->to);
  return std::clamp(chart().left() + (plot_time(time) - from) / (to - from) * chart().width(), chart().left(),
                    chart().right());
}

LocalTime OverviewStrip::time_at(double x) const {
  const double share = std::clamp((x - chart().left()) / chart().width(), 0.0, 1.0);
  return plot::local_of(plot_time(history_->from) + share * (plot_time(history_->to) - plot_time(history_->from)));
}

bool OverviewStrip::is_click() const { return std::abs(drag_->end - drag_->begin) < least_drag_px; }

OverviewStrip::Span OverviewStrip::seen() const {
  if (!drag_) return range_;
  if (!drag_->moves && !is_click()) {
    const LocalTime from = time_at(std::min(drag_->begin, drag_->end));
    return {from, std::max(time_at(std::max(drag_->begin, drag_->end)), from + least_range)};
  }
  const Millis span = range_.to - range_.from;
  LocalTime from =
      drag_->moves ? range_.from + (time_at(drag_->end) - time_at(drag_->begin)) : time_at(drag_->end) - span / 2;
  from = std::max(std::min(from, history_->to - span), std::min(history_->from, history_->to - span));
  return {from, from + span};
}

void OverviewStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const theme::Theme theme(palette());
  painter.fillRect(rect(), theme(Colour::surface));
  if (!history_) return;
  const QRectF area = chart();
  const auto block = [&](LocalTime from, LocalTime to) {
    return QRectF(x_of(from), area.top(), std::max(least_seen_px, x_of(to) - x_of(from)), area.height());
  };
  painter.fillRect(area, theme(Colour::background));
  const Span part = seen();
  painter.fillRect(block(part.from, part.to), theme(Colour::accent_ground));
  if (incident_) {
    const OnsetWindow& window = incident_->incident.window;
    painter.fillRect(
        QRectF(x_of(window.base_from), area.bottom() - mark_px, x_of(window.base_to) - x_of(window.base_from), mark_px),
        theme(Colour::faint));
    painter.fillRect(QRectF(x_of(window.from), area.bottom() - mark_px, x_of(window.to) - x_of(window.from), mark_px),
                     theme(Colour::accent));
    for (const IncidentLane& lane : incident_->lanes)
      for (const EventRow& event : lane.events)
        if (event.kind != "snapshot")  // a table's commits are no news
          painter.fillRect(QRectF(x_of(event.at), area.top(), 1, area.height() / 3), theme(Colour::muted));
    for (const Onset& onset : incident_->incident.onsets)
      painter.fillRect(QRectF(x_of(onset.hi) - mark_px / 2, area.top(), mark_px, area.height()),
                       theme(onset.first ? Colour::accent : Colour::muted));
  }
  painter.setPen(theme(Colour::accent));
  painter.drawRect(block(part.from, part.to).adjusted(0, 0, -1, -1));
  painter.setFont(theme::font(theme::Face::small));
  painter.setPen(theme(Colour::muted));
  const QRectF names(theme::grid * 1.5, 0, lane_names_px - 2.5 * theme::grid, height());
  painter.drawText(names, Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(format::date_time(history_->from), Qt::ElideRight,
                                                    static_cast<int>(names.width())));
  painter.drawText(QRectF(area.right() + theme::grid, 0, lane_end_px - 2.0 * theme::grid, height()),
                   Qt::AlignRight | Qt::AlignVCenter, format::clock(history_->to));
}

void OverviewStrip::mousePressEvent(QMouseEvent* event) {
  const double x = event->position().x();
  if (event->button() != Qt::LeftButton || !history_ || x < chart().left() || x > chart().right()) return;
  const bool inside = x >= x_of(range_.from) && x <= std::max(x_of(range_.to), x_of(range_.from) + least_seen_px);
  drag_ = Drag{x, x, inside};
}

void OverviewStrip::mouseMoveEvent(QMouseEvent* event) {
  if (!drag_) return;
  drag_->end = std::clamp(event->position().x(), chart().left(), chart().right());
  update();
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent*) {
  if (!drag_) return;
  const bool stays = drag_->moves && is_click();
  const Span asked = seen();
  drag_.reset();
  update();
  if (!stays) emit range_asked(asked.from, asked.to);
}

}  // namespace tidemark::views
