// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/incident/lanes_view.h"

#include <QMouseEvent>
#include <QPaintEngine>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <limits>

#include "models/items/format.h"
#include "views/incident/lane_painting.h"
#include "views/plot/plot_time.h"
#include "views/plot/ticks.h"

namespace tidemark::views {
namespace {
using plot::plot_time;
using theme::Colour;
constexpr int axis_px = 26;
constexpr int tick_px = 90;
constexpr int pin_px = 3;
constexpr double least_drag_px = 6;
constexpr double snap_px = 8;
constexpr double wheel_step = 120;

// Every word is somewhere in the lane's names.
bool matches(const IncidentLane& lane, const QString& words) {
  const QString text = lane_group_word(lane.place.lanes) + QLatin1Char(' ') + lane_name(lane) + QLatin1Char(' ') +
                       format::text(lane.object.value());
  const QStringList all = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  return std::ranges::all_of(all, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}
}  // namespace

LanesView::LanesView(QWidget* parent) : QAbstractScrollArea(parent) {
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAccessibleName(tr("Lanes"));
  viewport()->setMouseTracking(true);
  viewport()->setAccessibleName(tr("Lanes over time"));
  verticalScrollBar()->setSingleStep(lane_px);
}

void LanesView::set_incident(std::shared_ptr<const IncidentView> incident) {
  incident_ = std::move(incident);
  drawn_.clear();
  choose_rows();
}

void LanesView::set_range(LocalTime from, LocalTime to) {
  if (from == from_ && to == to_) return;
  from_ = from;
  to_ = to;
  drawn_.clear();
  describe();
  changed();
}

void LanesView::set_filter(const QString& words) {
  filter_ = words.trimmed();
  choose_rows();
}

void LanesView::set_all(bool all) {
  all_ = all;
  choose_rows();
}

const IncidentLane& LanesView::lane(int row) const { return incident_->lanes[rows_[static_cast<std::size_t>(row)]]; }
int LanesView::folded() const { return incident_ ? static_cast<int>(incident_->lanes.size()) - shown() : 0; }

void LanesView::choose_rows() {
  rows_.clear();
  pinned_rows_ = 0;
  if (incident_) {
    const std::vector<IncidentLane>& lanes = incident_->lanes;
    for (std::size_t i = 0; i < lanes.size(); ++i)
      if (pins_.contains(lanes[i].key)) rows_.push_back(i);
    pinned_rows_ = shown();
    const auto add = [&](std::size_t i) {
      if (!pins_.contains(lanes[i].key)) rows_.push_back(i);
    };
    if (!filter_.isEmpty() || all_) {
      for (std::size_t i = 0; i < lanes.size(); ++i)
        if (matches(lanes[i], filter_)) add(i);
    } else {
      std::ranges::for_each(incident_->first_lanes, add);
    }
    drawn_.resize(lanes.size());
  }
  fit();
  describe();
  changed();
}

std::optional<int> LanesView::current() const {
  for (int row = 0; row < shown(); ++row)
    if (lane(row).key == current_) return row;
  return std::nullopt;
}

void LanesView::choose_lane(int row) {
  if (row < 0 || row >= shown() || lane(row).key == current_) return;
  current_ = lane(row).key;
  const int top = verticalScrollBar()->value(), room = viewport()->height() - axis_px;
  if (row * lane_px < top) verticalScrollBar()->setValue(row * lane_px);
  if ((row + 1) * lane_px > top + room) verticalScrollBar()->setValue((row + 1) * lane_px - room);
  describe();
  changed();
}

void LanesView::toggle_pin() {
  if (!current()) choose_lane(0);
  if (current_.empty()) return;
  if (!pins_.erase(current_)) pins_.insert(current_);
  choose_rows();
}

void LanesView::fit() {
  const int room = viewport()->height() - axis_px;
  verticalScrollBar()->setPageStep(room);
  verticalScrollBar()->setRange(0, std::max(0, shown() * lane_px - room));
}

QRectF LanesView::chart() const {
  return {static_cast<double>(lane_names_px), 0,
          std::max(1.0, static_cast<double>(viewport()->width() - lane_names_px - lane_end_px)),
          static_cast<double>(viewport()->height() - axis_px)};
}

double LanesView::x_of(LocalTime time) const {
  const double from = plot_time(from_);
  const double to = std::max(plot_time(to_), from + 1e-3);
  return chart().left() + (plot_time(time) - from) / (to - from) * chart().width();
}

LocalTime LanesView::time_at(double x) const {
  const double share = std::clamp((x - chart().left()) / chart().width(), 0.0, 1.0);
  return plot::local_of(plot_time(from_) + share * (plot_time(to_) - plot_time(from_)));
}

const LanesView::Drawn& LanesView::drawn(std::size_t lane) {
  if (drawn_.size() != incident_->lanes.size()) drawn_.resize(incident_->lanes.size());
  Drawn& out = drawn_[lane];
  if (out.ready) return out;
  std::vector<plot::Point> points;
  const std::vector<LanePoint>& line = incident_->lanes[lane].line;
  points.reserve(line.size());
  for (const LanePoint& point : line) {
    const double at = plot_time(point.at);
    if (point.broken && !points.empty()) points.push_back({at, std::numeric_limits<double>::quiet_NaN()});
    points.push_back({at, point.value});
    if (point.at >= from_ && point.at <= to_) out.most = std::max(out.most, point.value);
  }
  out.points = plot::reduce(points, plot_time(from_), plot_time(to_), static_cast<int>(chart().width()));
  out.ready = true;
  return out;
}

void LanesView::changed() {
  paper_ = QPixmap();
  viewport()->update();
}

void LanesView::paintEvent(QPaintEvent*) {
  QPainter painter(viewport());
  if (painter.paintEngine()->type() != QPaintEngine::Raster) {  // SVG and PDF get the strokes themselves
    paint_lanes(painter);
  } else {
    const qreal scale = painter.paintEngine()->paintDevice()->devicePixelRatioF();
    if (paper_.isNull() || paper_.devicePixelRatioF() != scale) {
      paper_ = QPixmap(viewport()->size() * scale);
      paper_.setDevicePixelRatio(scale);
      QPainter paper(&paper_);
      paint_lanes(paper);
    }
    painter.drawPixmap(0, 0, paper_);
  }
  paint_crosshair(painter);
}

void LanesView::paint_lanes(QPainter& painter) {
  const theme::Theme theme(palette());
  painter.fillRect(viewport()->rect(), theme(Colour::surface));
  if (!incident_) return;
  const QRectF area = chart();
  const auto ticks =
      plot::time_ticks(plot_time(from_), plot_time(to_), std::max(1, static_cast<int>(area.width()) / tick_px));
  const auto x_at = [&](double at) { return std::round(x_of(plot::local_of(at))) + 0.5; };
  // What is compared with is tinted, the window is not.
  const OnsetWindow& window = incident_->incident.window;
  const double base_left = std::max(area.left(), x_of(window.base_from));
  const double base_right = std::min(area.right(), x_of(window.base_to));
  if (base_right > base_left)
    painter.fillRect(QRectF(base_left, 0, base_right - base_left, area.height()), theme(Colour::background));
  painter.setPen(theme(Colour::line));
  for (const plot::Tick& tick : ticks)
    painter.drawLine(QPointF(x_at(tick.at), 0), QPointF(x_at(tick.at), area.height()));
  const int top = verticalScrollBar()->value();
  for (int row = top / lane_px; row < shown() && row * lane_px - top < area.height(); ++row) {
    const double y = row * lane_px - top;
    const std::size_t index = rows_[static_cast<std::size_t>(row)];
    const IncidentLane& of = incident_->lanes[index];
    const LaneFrame frame{QRectF(0, y, lane_names_px, lane_px), QRectF(area.left(), y, area.width(), lane_px),
                          plot_time(from_), std::max(plot_time(to_), plot_time(from_) + 1e-3)};
    const Drawn& line = drawn(index);
    if (of.key == current_) painter.fillRect(frame.names, theme(Colour::hover));
    paint_lane(painter, frame, *incident_, of, {line.points, line.most, is_beat(of)}, theme);
    if (row < pinned_rows_) painter.fillRect(QRectF(0, y, pin_px, lane_px - 1.0), theme(Colour::accent));
    painter.setPen(theme(row + 1 == pinned_rows_ ? Colour::muted : Colour::line));
    painter.drawLine(QPointF(0, y + lane_px - 0.5), QPointF(viewport()->width(), y + lane_px - 0.5));
  }
  painter.fillRect(QRectF(0, area.height(), viewport()->width(), axis_px), theme(Colour::surface));
  painter.setFont(theme::font(theme::Face::small));
  painter.setPen(theme(Colour::muted));
  for (const plot::Tick& tick : ticks)
    painter.drawText(QRectF(x_at(tick.at) - 45, area.height() + 4, 90, axis_px - 6), Qt::AlignHCenter | Qt::AlignTop,
                     tick.label);
}

// The line, what each lane has there, and what is being dragged.
void LanesView::paint_crosshair(QPainter& painter) {
  const theme::Theme theme(palette());
  const QRectF area = chart();
  if (drag_from_) {
    QColor ground = theme(Colour::accent);
    ground.setAlphaF(0.15F);
    painter.fillRect(QRectF(std::min(*drag_from_, drag_to_), 0, std::abs(drag_to_ - *drag_from_), area.height()),
                     ground);
  }
  if (!incident_ || !crosshair_ || *crosshair_ < from_ || *crosshair_ > to_) return;
  painter.setFont(theme::font());
  painter.setPen(theme(Colour::ink));
  const QFontMetricsF metrics(painter.font());
  const int top = verticalScrollBar()->value();
  for (int row = top / lane_px; row < shown() && (row + 1) * lane_px - top <= area.height(); ++row) {
    const QRectF end(area.right() + theme::grid, row * lane_px - top, lane_end_px - 2.0 * theme::grid, lane_px);
    painter.drawText(end, Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(value_at(lane(row), *crosshair_), Qt::ElideRight, end.width()));
  }
  const double x = std::round(x_of(*crosshair_)) + 0.5;
  painter.setPen(QPen(theme(Colour::ink), 1, locked_ ? Qt::SolidLine : Qt::DotLine));
  painter.drawLine(QPointF(x, 0), QPointF(x, area.height()));
}

void LanesView::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  drawn_.clear();
  fit();
  changed();
}

void LanesView::set_crosshair(std::optional<LocalTime> at) {
  if (at == crosshair_) return;
  crosshair_ = at;
  describe();
  viewport()->update();
  emit crosshair_moved();
}

void LanesView::toggle_lock() {
  if (!crosshair_) return;
  locked_ = !locked_;
  viewport()->update();
}

std::vector<LocalTime> LanesView::event_times() const {
  std::vector<LocalTime> times;
  for (const std::size_t row : rows_) {
    for (const EventRow& event : incident_->lanes[row].events) times.push_back(event.at);
    for (const std::size_t onset : incident_->lanes[row].onsets) times.push_back(incident_->incident.onsets[onset].hi);
  }
  std::erase_if(times, [&](LocalTime at) { return at < from_ || at > to_; });
  std::ranges::sort(times);
  const auto twice = std::ranges::unique(times);
  times.erase(twice.begin(), twice.end());
  return times;
}

void LanesView::step_event(int by) {
  if (!incident_) return;
  const std::vector<LocalTime> times = event_times();
  const LocalTime here = crosshair_.value_or(by > 0 ? from_ - Millis(1) : to_ + Millis(1));
  if (by > 0) {
    const auto next = std::ranges::upper_bound(times, here);
    if (next != times.end()) set_crosshair(*next);
  } else {
    const auto next = std::ranges::lower_bound(times, here);
    if (next != times.begin()) set_crosshair(*std::prev(next));
  }
}

void LanesView::ask_event_range() {
  if (!incident_) return;
  const std::vector<LocalTime> times = event_times();
  const auto next = std::ranges::upper_bound(times, crosshair_.value_or(from_));
  const LocalTime to = next == times.end() ? std::min(to_, incident_->incident.window.to) : *next;
  if (next == times.begin() || *std::prev(next) >= to) return;
  emit window_asked(*std::prev(next), to);
}

LocalTime LanesView::snapped(double x) const {
  const LocalTime at = time_at(x);
  const auto distance = [&](LocalTime time) { return std::abs(x_of(time) - x); };
  const std::vector<LocalTime> times = event_times();
  const auto nearest = std::ranges::min_element(times, {}, distance);
  return nearest != times.end() && distance(*nearest) <= snap_px ? *nearest : at;
}

void LanesView::describe() {
  if (!incident_ || rows_.empty()) return setAccessibleDescription(tr("Nothing to draw."));
  QStringList words{crosshair_ ? tr("At %1").arg(format::date_time(*crosshair_))
                               : tr("No crosshair. Shift and an arrow key place it.")};
  for (const std::size_t row : rows_) {
    if (words.size() > 12) break;
    const IncidentLane& of = incident_->lanes[row];
    QString line = lane_name(of);
    if (pins_.contains(of.key)) line += tr(", pinned");
    if (of.key == current_) line += tr(", chosen");
    for (const std::size_t onset : of.onsets)
      line += QStringLiteral(", ") + format::text(incident_->onsets[onset].parent.row.text);
    if (crosshair_) line += QStringLiteral(": ") + value_at(of, *crosshair_);
    words << line;
  }
  setAccessibleDescription(words.join(QStringLiteral("; ")));
}

void LanesView::wheelEvent(QWheelEvent* event) {
  const double steps =
      (std::abs(event->angleDelta().x()) > std::abs(event->angleDelta().y()) ? event->angleDelta().x()
                                                                             : event->angleDelta().y()) /
      wheel_step;
  if (event->modifiers() & Qt::ControlModifier) {
    emit zoom_asked(std::pow(0.8, steps), time_at(event->position().x()));
  } else if (event->position().x() < lane_names_px) {
    QAbstractScrollArea::wheelEvent(event);
    return;
  } else {
    emit pan_asked(-0.1 * steps);
  }
  event->accept();
}

void LanesView::mouseMoveEvent(QMouseEvent* event) {
  if (drag_from_) {
    drag_to_ = std::clamp(event->position().x(), chart().left(), chart().right());
    viewport()->update();
  }
  if (!drag_from_ && event->position().y() < chart().bottom())
    choose_lane((static_cast<int>(event->position().y()) + verticalScrollBar()->value()) / lane_px);
  if (!locked_ && chart().contains(event->position())) set_crosshair(time_at(event->position().x()));
}

void LanesView::mousePressEvent(QMouseEvent* event) {
  setFocus();
  if (event->button() != Qt::LeftButton || !chart().contains(event->position())) return;
  drag_from_ = drag_to_ = event->position().x();
}

void LanesView::mouseReleaseEvent(QMouseEvent* event) {
  if (!drag_from_) return;
  const double left = std::min(*drag_from_, drag_to_);
  const double right = std::max(*drag_from_, drag_to_);
  drag_from_.reset();
  viewport()->update();
  if (right - left < least_drag_px || !incident_) return;
  const bool is_free = event->modifiers() & Qt::AltModifier;
  const LocalTime from = is_free ? time_at(left) : snapped(left), to = is_free ? time_at(right) : snapped(right);
  if (from < to) emit window_asked(from, to);
}

void LanesView::scrollContentsBy(int, int) { changed(); }

void LanesView::leaveEvent(QEvent* event) {
  QAbstractScrollArea::leaveEvent(event);
  if (!locked_) set_crosshair(std::nullopt);
}

void LanesView::keyPressEvent(QKeyEvent* event) {
  const bool shift = event->modifiers() & Qt::ShiftModifier;
  const Millis step = (to_ - from_) / 100;
  const LocalTime here = crosshair_.value_or(from_ + (to_ - from_) / 2);
  switch (event->key()) {
    case Qt::Key_Left:
      shift ? set_crosshair(std::max(from_, here - step)) : emit pan_asked(-0.1);
      return;
    case Qt::Key_Right:
      shift ? set_crosshair(std::min(to_, here + step)) : emit pan_asked(0.1);
      return;
    case Qt::Key_Up:
      shift ? choose_lane(current().value_or(shown()) - 1) : emit zoom_asked(0.5, here);
      return;
    case Qt::Key_Down:
      shift ? choose_lane(current().value_or(-1) + 1) : emit zoom_asked(2, here);
      return;
    case Qt::Key_PageUp:
      verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepSub);
      return;
    case Qt::Key_PageDown:
      verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepAdd);
      return;
    case Qt::Key_Escape:
      if (!crosshair_) break;
      locked_ = false;
      set_crosshair(std::nullopt);
      return;
    default:
      break;
  }
  QAbstractScrollArea::keyPressEvent(event);
}

void LanesView::changeEvent(QEvent* event) {
  QAbstractScrollArea::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) changed();
}

}  // namespace tidemark::views
