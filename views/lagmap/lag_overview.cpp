// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lagmap/lag_overview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <array>
#include <cmath>

#include "models/items/format.h"
#include "views/plot/plot_time.h"
#include "views/plot/ticks.h"
#include "views/theme/shades.h"
#include "views/widgets/shade_strip.h"

namespace tidemark::views {
namespace {
using theme::Colour;
constexpr double axis_px = 24;
constexpr double scale_px = 20;
constexpr double tick_px = 110;  // a label and air
constexpr double side = 16;
}  // namespace

LagOverview::LagOverview(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("Lag of all partitions over time"));
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void LagOverview::show_map(std::shared_ptr<const LagMap> map) {
  const std::optional<LocalTime> before = crosshair();
  map_ = std::move(map);
  column_.reset();
  group_.reset();
  if (map_ && before && *before >= map_->from && *before < map_->to())
    stand_at(static_cast<std::size_t>((*before - map_->from) / map_->column), {});
  update();
}

std::optional<LocalTime> LagOverview::crosshair() const {
  if (!map_ || !column_) return std::nullopt;
  return map_->from + map_->column * static_cast<std::int64_t>(*column_);
}

QRectF LagOverview::field() const { return QRectF(rect()).adjusted(side, scale_px, -side, -axis_px); }

std::optional<std::size_t> LagOverview::column_at(double x) const {
  const QRectF box = field();
  if (!map_ || map_->columns == 0 || x < box.left() || x >= box.right()) return std::nullopt;
  return std::min(map_->columns - 1,
                  static_cast<std::size_t>((x - box.left()) / box.width() * static_cast<double>(map_->columns)));
}

// Rows are partitions in the order of their groups.
std::size_t LagOverview::group_at(double y) const {
  const QRectF box = field();
  const double share = std::clamp((y - box.top()) / box.height(), 0.0, 1.0);
  auto leaf = static_cast<std::size_t>(share * static_cast<double>(map_->partitions));
  for (std::size_t i = 0; i + 1 < map_->rows.size(); ++i) {
    if (leaf < map_->rows[i].children.size()) return i;
    leaf -= map_->rows[i].children.size();
  }
  return map_->rows.empty() ? 0 : map_->rows.size() - 1;
}

QString LagOverview::words_at(std::size_t column) const {
  const LocalTime at = map_->from + map_->column * static_cast<std::int64_t>(column);
  const LagMapRow* worst = nullptr;
  float highest = -1;
  const auto look = [&](const LagMapRow& row) {
    const float lag = map_->lags[row.at + column];
    if (lag <= highest) return;
    highest = lag;
    worst = &row;
  };
  if (group_ && *group_ < map_->rows.size())
    look(map_->rows[*group_].parent.row);
  else
    for (const auto& branch : map_->rows) look(branch.parent.row);
  const QString time =
      map_->to() - map_->from > std::chrono::hours(24) ? format::date_time(at) : format::clock_seconds(at);
  if (!worst)
    return group_ ? tr("%1: %2 unknown").arg(time, format::text(map_->rows[*group_].parent.row.group.value()))
                  : tr("%1: unknown").arg(time);
  return tr("%1: %2 of %3, %4")
      .arg(time, format::short_count(static_cast<std::int64_t>(highest)), format::text(worst->group.value()),
           format::text(worst->partition.topic.value()));
}

void LagOverview::stand_at(std::optional<std::size_t> column, std::optional<std::size_t> group) {
  if (column == column_ && group == group_) return;
  column_ = column;
  group_ = group;
  setAccessibleDescription(column_ ? words_at(*column_) : QString());
  update();
}

void LagOverview::paint_axis(QPainter& painter) const {
  const theme::Theme theme(palette());
  const QRectF box = field();
  const double from = plot::plot_time(map_->from);
  const double to = plot::plot_time(map_->to());
  painter.setFont(theme::font(theme::Face::small));
  for (const plot::Tick& tick : plot::time_ticks(from, to, std::max(2, static_cast<int>(box.width() / tick_px)))) {
    const double x = box.left() + (tick.at - from) / (to - from) * box.width();
    painter.setPen(theme(Colour::line));
    painter.drawLine(QPointF(x, box.bottom()), QPointF(x, box.bottom() + 4));
    painter.setPen(theme(Colour::muted));
    const QRectF label(x - tick_px / 2, box.bottom() + 4, tick_px, axis_px - 4);
    if (label.left() >= 0 && label.right() <= width())
      painter.drawText(label, Qt::AlignHCenter | Qt::AlignTop, tick.label);
  }
}

// What the shades mean, at the right above; the crosshair's words at the left.
void LagOverview::paint_scale(QPainter& painter) const {
  constexpr int swatch = 22;
  const theme::Theme theme(palette());
  const QRectF box = field();
  const QFontMetricsF metrics(theme::font(theme::Face::small));
  painter.setFont(theme::font(theme::Face::small));
  double x = box.right();
  const auto put = [&](const QString& words, const QColor* colour) {
    x -= metrics.horizontalAdvance(words);
    painter.setPen(theme(Colour::muted));
    painter.drawText(QPointF(x, scale_px - 7), words);
    x -= 5 + swatch;
    const QRectF square(x, 4, swatch, 10);
    if (colour)
      painter.fillRect(square, *colour);
    else
      paint_shades(painter, square, std::array<std::uint8_t, 1>{shade::unknown}, 1, theme);
    x -= 12;
  };
  put(tr("unknown"), nullptr);
  for (double lag = map_->top; lag >= 1; lag /= map_->top > 1e4 ? 100 : 10) {
    const QColor colour = QColor::fromRgb(theme::shades(theme)[shade::of(lag, map_->top)]);
    put(format::short_count(std::llround(lag)), &colour);
  }
  const QColor none = QColor::fromRgb(theme::shades(theme)[shade::none]);
  put(QStringLiteral("0"), &none);
  painter.setPen(theme(Colour::ink));
  const QString words = column_ ? words_at(*column_) : tr("All partitions, worst group first; lag in records");
  painter.drawText(QPointF(box.left(), scale_px - 7),
                   metrics.elidedText(words, Qt::ElideMiddle, std::max(0.0, x - box.left())));
}

void LagOverview::paintEvent(QPaintEvent*) {
  if (!map_ || map_->partitions == 0) return;
  QPainter painter(this);
  const theme::Theme theme(palette());
  const QRectF box = field();
  paint_shades(painter, box, map_->overview, map_->overview_rows, theme);
  paint_axis(painter);
  paint_scale(painter);
  if (column_) {
    const double x =
        box.left() + (static_cast<double>(*column_) + 0.5) / static_cast<double>(map_->columns) * box.width();
    painter.setPen(QPen(theme(Colour::ink), 1));
    painter.drawLine(QPointF(x, box.top() - 2), QPointF(x, box.bottom() + 3));
  }
  if (hasFocus()) {
    painter.setPen(QPen(theme(Colour::accent), 1));
    painter.drawRect(box.adjusted(-2, -2, 1, 1));
  }
}

void LagOverview::mouseMoveEvent(QMouseEvent* event) {
  if (!map_ || map_->partitions == 0) return;
  const auto column = column_at(event->position().x());
  const bool inside = field().contains(event->position());
  stand_at(column, inside ? std::optional(group_at(event->position().y())) : std::nullopt);
}

void LagOverview::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !map_ || map_->partitions == 0 || !column_) return;
  emit chosen(group_.value_or(0), *crosshair() + map_->column / 2);
}

void LagOverview::leaveEvent(QEvent*) { stand_at({}, {}); }

void LagOverview::wheelEvent(QWheelEvent* event) {
  if (!map_ || !column_ || event->angleDelta().y() == 0) return;
  emit zoom_asked(event->angleDelta().y() > 0 ? 0.5 : 2, *crosshair() + map_->column / 2);
}

void LagOverview::keyPressEvent(QKeyEvent* event) {
  const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
  if (step == 0 || event->modifiers() != Qt::NoModifier || !map_ || map_->columns == 0)
    return QWidget::keyPressEvent(event);
  const auto last = static_cast<std::int64_t>(map_->columns) - 1;
  const std::int64_t now = column_ ? static_cast<std::int64_t>(*column_) + step : step > 0 ? 0 : last;
  stand_at(static_cast<std::size_t>(std::clamp<std::int64_t>(now, 0, last)), group_);
}

}  // namespace tidemark::views
