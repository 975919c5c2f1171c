// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tide/tide_view.h"

#include <QEvent>
#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "models/items/format.h"
#include "views/tide/tide_content.h"

namespace tidemark::views {
using theme::Colour;

TideView::TideView(QWidget* parent) : QWidget(parent), plot_(new plot::TimePlot(this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(plot_);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Tide chart"));
  plot_->setAccessibleName(tr("Offsets over time"));
  connect(plot_, &plot::TimePlot::hovered, this, [this](double at, double) { set_crosshair(local_of(at)); });
  connect(plot_, &plot::TimePlot::clicked, this, [this](double at, double count) {
    setFocus();
    set_crosshair(local_of(at));
    ask_journey(local_of(at), count);
  });
  connect(plot_, &plot::TimePlot::zoom_asked, this,
          [this](double factor, double at) { emit zoom_asked(factor, local_of(at)); });
  connect(plot_, &plot::TimePlot::pan_asked, this, &TideView::pan_asked);
  redraw();
}

void TideView::set_chart(std::shared_ptr<const TideChart> chart) {
  chart_ = std::move(chart);
  redraw();
  place_crosshair();
}

void TideView::set_range(LocalTime from, LocalTime to) {
  plot_->set_range(plot_time(from), plot_time(to));
  place_crosshair();
}

void TideView::set_crosshair(std::optional<LocalTime> at) {
  wanted_ = at;
  place_crosshair();
}

void TideView::set_vector_painting(bool on) { plot_->set_vector_painting(on); }
std::size_t TideView::drawn_points() const { return plot_->drawn_points(); }

void TideView::redraw() {
  const theme::Theme theme(palette());
  plot_->set_colours(
      {theme(Colour::surface), theme(Colour::muted), theme(Colour::line), theme(Colour::muted), theme(Colour::muted)});
  plot::Content content;
  if (chart_) content = tide_content(*chart_, theme);
  base_ = content.base;
  plot_->set_content(std::move(content));
}

void TideView::place_crosshair() {
  measure_.reset();
  if (chart_ && wanted_) measure_ = tide_measure(*chart_, *wanted_);
  if (measure_)
    plot_->set_crosshair(tide_crosshair(*measure_, base_, theme::Theme(palette())));
  else
    plot_->set_crosshair(std::nullopt);
  describe();
  emit measured();
}

void TideView::step_crosshair(int polls) {
  if (!chart_ || chart_->lines.empty()) return;
  const TideLine* line = chart_->line(Mark::high);
  if (!line) line = &chart_->lines.back();
  const auto& points = line->points;
  if (!measure_) return set_crosshair(points.back().at);
  const auto here = std::ranges::lower_bound(points, measure_->at, {}, &TidePoint::at) - points.begin();
  const auto there = std::clamp<std::ptrdiff_t>(here + polls, 0, static_cast<std::ptrdiff_t>(points.size()) - 1);
  set_crosshair(points[static_cast<std::size_t>(there)].at);
}

// A click names an offset by its height; the keyboard takes the record that was the newest at the crosshair.
void TideView::ask_journey(LocalTime at, std::optional<double> count) {
  if (!measure_) return;
  const Known<std::int64_t>& high = measure_->of(Mark::high);
  if (!high) return;
  const std::int64_t offset = count ? base_ + std::llround(*count) : *high - 1;
  emit journey_asked(at, std::min(std::max<std::int64_t>(0, offset), *high - 1));
}

void TideView::describe() {
  if (!measure_) {
    setAccessibleDescription(chart_ && !chart_->lines.empty() ? tr("No crosshair. Shift and an arrow key place it.")
                                                              : tr("Nothing to draw."));
    return;
  }
  QStringList words{tr("At %1").arg(format::date_time(measure_->at))};
  for (const Mark mark : {Mark::floor, Mark::table, Mark::group, Mark::stable, Mark::high})
    if (chart_->line(mark))
      words << mark_word(mark) + QLatin1Char(' ') + format::known(measure_->of(mark), format::count);
  words << tr("unread %1").arg(format::known(measure_->unread, format::count));
  setAccessibleDescription(words.join(QStringLiteral(", ")));
}

void TideView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) {
    redraw();
    place_crosshair();
  }
}

void TideView::keyPressEvent(QKeyEvent* event) {
  const bool shift = event->modifiers() & Qt::ShiftModifier;
  const LocalTime middle = measure_ ? measure_->at : local_of((plot_->from() + plot_->to()) / 2);
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
    case Qt::Key_Return:
    case Qt::Key_Enter:
      ask_journey(middle, std::nullopt);
      return;
    case Qt::Key_Escape:
      set_crosshair(std::nullopt);
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

}  // namespace tidemark::views
