// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/time_plot.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "views/plot/overlay.h"
#include "views/plot/ticks.h"

namespace tidemark::plot {
namespace {
constexpr int right_margin = 64;  // where the lines' names stand
constexpr int left_margin = 72;
constexpr double drag_begins_px = 4;

// The library's widget; for SVG and PDF it paints through instead of copying its buffers.
class Canvas final : public QCustomPlot {
 public:
  using QCustomPlot::QCustomPlot;
  bool vector = false;
  // Gives the axes their place at once, so that curves are reduced to the columns they will have.
  void settle(const QRect& rect) {
    setViewport(rect);
    updateLayout();
  }

 protected:
  void paintEvent(QPaintEvent* event) override {
    if (!vector) return QCustomPlot::paintEvent(event);
    QCPPainter painter(this);
    if (!painter.isActive()) return;
    painter.setMode(QCPPainter::pmVectorized);
    toPainter(&painter, width(), height());
  }
};
}  // namespace

struct TimePlot::Parts {
  Canvas* canvas = nullptr;
  Content content;
  Colours colours;
  std::optional<Crosshair> crosshair;
  double from = 0;
  double to = 1;
  std::size_t drawn = 0;
  std::optional<double> pressed_at;  // pixel
  bool dragging = false;
  bool due = false;  // a replot is queued

  Frame frame() const {
    const QCPAxisRect* rect = canvas->axisRect();
    return {QRectF(rect->rect()), from, to, canvas->yAxis->range().lower, canvas->yAxis->range().upper};
  }
  void add_layers();
  void style_axes();
  void draw_lines();
  void fit_counts();
  void place_ticks();
  void refresh();
  void replot();
};

void TimePlot::Parts::add_layers() {
  canvas->addLayer(QStringLiteral("under"), canvas->layer(QStringLiteral("grid")), QCustomPlot::limAbove);
  canvas->addLayer(QStringLiteral("over"), canvas->layer(QStringLiteral("axes")), QCustomPlot::limAbove);
  canvas->addLayer(QStringLiteral("crosshair"), canvas->layer(QStringLiteral("over")), QCustomPlot::limAbove);
  canvas->layer(QStringLiteral("crosshair"))->setMode(QCPLayer::lmBuffered);
  new Painting(canvas, QStringLiteral("under"), [this](QPainter& p) { paint_hatches(p, frame(), content, colours); });
  new Painting(canvas, QStringLiteral("over"), [this](QPainter& p) {
    paint_moments(p, frame(), content, colours);
    paint_end_labels(p, frame(), content);
  });
  new Painting(canvas, QStringLiteral("crosshair"), [this](QPainter& p) {
    if (crosshair) paint_crosshair(p, frame(), *crosshair, colours);
  });
}

void TimePlot::Parts::style_axes() {
  canvas->setBackground(QBrush(colours.ground));
  QFont font = canvas->font();
  font.setPixelSize(11);
  for (QCPAxis* axis : {canvas->xAxis, canvas->yAxis}) {
    axis->setTickLabelFont(font);
    axis->setTickLabelColor(colours.text);
    axis->setBasePen(axis == canvas->xAxis ? QPen(colours.line, 1) : QPen(Qt::NoPen));
    axis->setTickPen(Qt::NoPen);
    axis->setSubTicks(false);
    axis->setTickLabelPadding(8);
    axis->grid()->setPen(QPen(colours.line, 1));
    axis->grid()->setZeroLinePen(Qt::NoPen);
    axis->grid()->setAntialiased(false);
  }
}

void TimePlot::Parts::draw_lines() {
  const int columns = std::max(1, canvas->axisRect()->width());
  drawn = 0;
  std::vector<QCPGraph*> graphs;
  for (const Line& line : content.lines) {
    auto* graph = canvas->addGraph();
    QPen pen(line.colour, line.width);
    pen.setCosmetic(line.width <= 1);
    if (line.dashed) pen.setDashPattern({5, 4});
    graph->setPen(pen);
    graph->setLineStyle(line.step ? QCPGraph::lsStepLeft : QCPGraph::lsLine);
    graph->setAdaptiveSampling(false);
    const std::vector<Point> seen = reduce(line.points, from, to, columns);
    QVector<QCPGraphData> data;
    data.reserve(static_cast<qsizetype>(seen.size()));
    for (const Point& point : seen) data.append(QCPGraphData(point.x, point.y));
    graph->data()->set(data, true);
    drawn += seen.size();
    graphs.push_back(graph);
  }
  for (const Fill& fill : content.fills) {
    graphs[fill.upper]->setBrush(fill.colour);
    graphs[fill.upper]->setChannelFillGraph(graphs[fill.lower]);
  }
}

// From the lowest to the highest visible point of the lines that stretch the axis, and a little air. One that does not
// is in the picture only where it costs the others at most half of the height.
void TimePlot::Parts::fit_counts() {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  double low = infinity;
  double high = -infinity;
  double quiet = infinity;
  for (int i = 0; i < canvas->graphCount(); ++i)
    for (const QCPGraphData& point : *canvas->graph(i)->data()) {
      if (std::isnan(point.value) || point.key > to) continue;
      if (content.lines[static_cast<std::size_t>(i)].stretches) {
        low = std::min(low, point.value);
        high = std::max(high, point.value);
      } else {
        quiet = std::min(quiet, point.value);
      }
    }
  if (low > high) low = high = std::isfinite(quiet) ? quiet : 0;
  if (quiet < low && low - quiet <= high - low) low = quiet;
  const double air = std::max(content.least_air, (high - low) * 0.04);
  canvas->yAxis->setRange(low - air, high + air);
}

void TimePlot::Parts::place_ticks() {
  const auto ticker_of = [](const std::vector<Tick>& ticks) {
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (const Tick& tick : ticks) ticker->addTick(tick.at, tick.label);
    return ticker;
  };
  const QRect inside = canvas->axisRect()->rect();
  canvas->xAxis->setTicker(ticker_of(time_ticks(from, to, std::max(2, inside.width() / 96))));
  const QCPRange counts = canvas->yAxis->range();
  canvas->yAxis->setTicker(ticker_of(
      count_ticks(counts.lower, counts.upper, content.base, std::max(2, inside.height() / 52), content.scale10)));
}

void TimePlot::Parts::refresh() {
  canvas->clearGraphs();
  canvas->xAxis->setRange(from, to);
  draw_lines();
  fit_counts();
  place_ticks();
  replot();
}

// One picture for all that changes before the next event.
void TimePlot::Parts::replot() {
  due = true;
  canvas->replot(QCustomPlot::rpQueuedReplot);
}

TimePlot::TimePlot(QWidget* parent) : QWidget(parent), parts_(std::make_unique<Parts>()) {
  parts_->canvas = new Canvas(this);
  Canvas* canvas = parts_->canvas;
  canvas->setAttribute(Qt::WA_OpaquePaintEvent, false);
  canvas->setFocusPolicy(Qt::NoFocus);
  canvas->setMouseTracking(true);
  canvas->installEventFilter(this);
  canvas->setPlottingHint(QCP::phFastPolylines, false);
  canvas->setNoAntialiasingOnDrag(false);
  canvas->axisRect()->setAutoMargins(QCP::msNone);
  canvas->axisRect()->setMargins(QMargins(left_margin, 10, right_margin, 30));
  parts_->add_layers();
  connect(canvas, &QCustomPlot::afterReplot, this, [this] { parts_->due = false; });
}

TimePlot::~TimePlot() = default;

void TimePlot::set_colours(const Colours& colours) {
  parts_->colours = colours;
  parts_->style_axes();
  parts_->replot();
}

void TimePlot::set_content(Content content) {
  parts_->content = std::move(content);
  parts_->refresh();
}

void TimePlot::set_range(double from, double to) {
  if (!(from < to)) return;
  parts_->from = from;
  parts_->to = to;
  parts_->refresh();
}

double TimePlot::from() const { return parts_->from; }
double TimePlot::to() const { return parts_->to; }

void TimePlot::set_crosshair(std::optional<Crosshair> crosshair) {
  parts_->crosshair = std::move(crosshair);
  if (isVisible() && !parts_->due) parts_->canvas->layer(QStringLiteral("crosshair"))->replot();
}

void TimePlot::set_vector_painting(bool on) { parts_->canvas->vector = on; }
std::size_t TimePlot::drawn_points() const { return parts_->drawn; }

void TimePlot::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  parts_->canvas->setGeometry(rect());
  parts_->canvas->settle(rect());
  parts_->refresh();
}

bool TimePlot::eventFilter(QObject* watched, QEvent* event) {
  const Frame frame = parts_->frame();
  const auto* mouse = dynamic_cast<QMouseEvent*>(event);
  if (event->type() == QEvent::Wheel) {
    const auto* wheel = static_cast<QWheelEvent*>(event);
    const double notches = (wheel->angleDelta().y() + wheel->angleDelta().x()) / 120.0;
    if (wheel->modifiers() & Qt::ControlModifier)
      emit zoom_asked(std::pow(0.8, notches), frame.at(wheel->position().x()));
    else
      emit pan_asked(-0.1 * notches);
    return true;
  }
  if (event->type() == QEvent::Leave) emit left();
  if (!mouse) return QWidget::eventFilter(watched, event);
  const QPointF at = mouse->position();
  if (event->type() == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton) {
    parts_->pressed_at = at.x();
    parts_->dragging = false;
  } else if (event->type() == QEvent::MouseMove) {
    if (parts_->pressed_at && (parts_->dragging || std::abs(at.x() - *parts_->pressed_at) > drag_begins_px)) {
      parts_->dragging = true;
      emit pan_asked((*parts_->pressed_at - at.x()) / frame.inside.width());
      parts_->pressed_at = at.x();
    } else {
      emit hovered(frame.at(at.x()), frame.count(at.y()));
    }
  } else if (event->type() == QEvent::MouseButtonRelease && mouse->button() == Qt::LeftButton) {
    if (parts_->pressed_at && !parts_->dragging) emit clicked(frame.at(at.x()), frame.count(at.y()));
    parts_->pressed_at.reset();
  }
  return true;
}

}  // namespace tidemark::plot
