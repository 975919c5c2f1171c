// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/trend_view.h"

#include <QEvent>
#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <limits>

#include "models/items/format.h"
#include "models/items/metric_model.h"
#include "views/plot/plot_time.h"
#include "views/plot/time_plot.h"
#include "views/theme/theme.h"

namespace tidemark::views {
namespace {
using plot::local_of;
using plot::plot_time;
using theme::Colour;
constexpr double no_value = std::numeric_limits<double>::quiet_NaN();
constexpr qsizetype longest_text = 48;  // of what happened
constexpr double flat_air = 0.05;       // of the value, where the line is flat

// Its begin says most.
QString shortened(const QString& words) {
  if (words.size() <= longest_text) return words;
  const qsizetype keep = words.at(longest_text - 2).isHighSurrogate() ? longest_text - 2 : longest_text - 1;
  return words.left(keep) + QChar(0x2026);
}

QString words_of(const TrendMoment& moment) { return moment.word + QStringLiteral(": ") + moment.text; }

void add_moments(plot::Content& content, const std::vector<TrendMoment>& moments, const theme::Theme& theme) {
  for (const TrendMoment& moment : moments)
    content.moments.push_back({plot_time(moment.at), QStringLiteral("◇ ") + shortened(words_of(moment)),
                               theme(Colour::muted), theme(Colour::surface)});
}

plot::Content content_of(const MetricTrend& trend, const theme::Theme& theme) {
  plot::Content content;
  content.scale10 = trend.scale10;
  plot::Line line;
  line.colour = line.label_colour = theme(Colour::mark_group);
  line.width = 2;
  double largest = 0;
  for (const TimedPoint& point : trend.points) {
    const double value = point.value ? static_cast<double>(*point.value) : no_value;
    if (point.value) largest = std::max(largest, std::abs(value));
    line.points.push_back({plot_time(point.at), value});
  }
  content.least_air = largest > 0 ? std::max(1.0, largest * flat_air) : std::pow(10.0, trend.scale10);
  content.lines.push_back(std::move(line));
  for (const TimeBlank& blank : trend.blanks)
    content.hatches.push_back({plot_time(blank.from), plot_time(blank.to), format::sentence(blank.reason)});
  return content;
}
}  // namespace

TrendView::TrendView(QWidget* parent) : QWidget(parent), plot_(new plot::TimePlot(this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(plot_);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Trend"));
  plot_->setAccessibleName(tr("Value over time"));
  connect(plot_, &plot::TimePlot::hovered, this, [this](double at, double) { set_crosshair(local_of(at)); });
  connect(plot_, &plot::TimePlot::clicked, this, [this](double at, double) {
    setFocus();
    set_crosshair(local_of(at));
  });
  connect(plot_, &plot::TimePlot::left, this, [this] { set_crosshair(std::nullopt); });
  connect(plot_, &plot::TimePlot::zoom_asked, this,
          [this](double factor, double at) { emit zoom_asked(factor, local_of(at)); });
  connect(plot_, &plot::TimePlot::pan_asked, this, &TrendView::pan_asked);
  redraw();
}

void TrendView::set_trend(std::shared_ptr<const MetricTrend> trend) {
  if (trend == trend_) return;
  trend_ = std::move(trend);
  redraw();
  place_crosshair();
}

void TrendView::set_moments(std::vector<TrendMoment> moments) {
  if (moments == moments_) return;
  moments_ = std::move(moments);
  redraw();
  place_crosshair();
}

void TrendView::set_range(LocalTime from, LocalTime to) {
  plot_->set_range(plot_time(from), plot_time(to));
  place_crosshair();
}

void TrendView::set_crosshair(std::optional<LocalTime> at) {
  wanted_ = at;
  place_crosshair();
}

void TrendView::set_vector_painting(bool on) { plot_->set_vector_painting(on); }
std::size_t TrendView::drawn_points() const { return plot_->drawn_points(); }

void TrendView::redraw() {
  const theme::Theme theme(palette());
  plot_->set_colours(
      {theme(Colour::surface), theme(Colour::muted), theme(Colour::line), theme(Colour::muted), theme(Colour::muted)});
  plot::Content content = trend_ ? content_of(*trend_, theme) : plot::Content();
  add_moments(content, moments_, theme);
  plot_->set_content(std::move(content));
}

void TrendView::place_crosshair() {
  stands_.reset();
  if (!trend_ || trend_->points.empty() || !wanted_) {
    plot_->set_crosshair(std::nullopt);
    return setAccessibleDescription(trend_ && !trend_->points.empty()
                                        ? tr("No crosshair. Shift and an arrow key place it.")
                                        : tr("Nothing to draw."));
  }
  stands_ = nearest_point(trend_->points, *wanted_);
  const TimedPoint& point = trend_->points[*stands_];
  plot::Crosshair cross;
  cross.at = plot_time(point.at);
  cross.label =
      format::clock_seconds(point.at) + QStringLiteral(" UTC: ") + metric_value(value_at(*trend_, point), trend_->unit);
  const QString happened = happened_at(*stands_);
  setAccessibleDescription(happened.isEmpty() ? cross.label : cross.label + QStringLiteral("; ") + happened);
  plot_->set_crosshair(std::move(cross));
}

// Since the poll before.
QString TrendView::happened_at(std::size_t point) const {
  QStringList words;
  for (const TrendMoment& moment : moments_)
    if (moment.at <= trend_->points[point].at && (point == 0 || moment.at > trend_->points[point - 1].at))
      words << words_of(moment);
  return words.join(QStringLiteral("; "));
}

void TrendView::step_crosshair(int polls) {
  if (!trend_ || trend_->points.empty()) return;
  const auto last = static_cast<std::ptrdiff_t>(trend_->points.size()) - 1;
  const std::ptrdiff_t there =
      stands_ ? std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(*stands_) + polls, 0, last) : last;
  set_crosshair(trend_->points[static_cast<std::size_t>(there)].at);
}

void TrendView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) redraw();
}

void TrendView::keyPressEvent(QKeyEvent* event) {
  const bool shift = event->modifiers() & Qt::ShiftModifier;
  const LocalTime middle = stands_ ? trend_->points[*stands_].at : local_of((plot_->from() + plot_->to()) / 2);
  switch (event->key()) {
    case Qt::Key_Left:
      shift ? step_crosshair(-1) : emit pan_asked(-0.1);
      return;
    case Qt::Key_Right:
      shift ? step_crosshair(1) : emit pan_asked(0.1);
      return;
    case Qt::Key_Up:
      emit zoom_asked(0.5, middle);
      return;
    case Qt::Key_Down:
      emit zoom_asked(2, middle);
      return;
    case Qt::Key_Escape:
      if (!wanted_) break;
      set_crosshair(std::nullopt);
      return;
    default:
      break;
  }
  QWidget::keyPressEvent(event);
}

}  // namespace tidemark::views
