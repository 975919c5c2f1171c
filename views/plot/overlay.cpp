// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/overlay.h"

#include <algorithm>
#include <cmath>

#include "views/plot/hatch.h"

namespace tidemark::plot {
namespace {
constexpr double label_height = 15;

QFont sized(const QPainter& painter, int pixels, bool bold = false) {
  QFont font = painter.font();
  font.setPixelSize(pixels);
  font.setBold(bold);
  return font;
}

// A label on its own ground, kept inside the frame.
void paint_tag(QPainter& painter, const Frame& frame, QPointF at, const QString& text, const QColor& colour,
               const QColor& ground) {
  const QFontMetricsF metrics(painter.font());
  QRectF box(at, QSizeF(metrics.horizontalAdvance(text) + 8, metrics.height() + 2));
  if (box.right() > frame.inside.right()) box.moveRight(frame.inside.right());
  if (box.left() < frame.inside.left()) box.moveLeft(frame.inside.left());
  if (box.bottom() > frame.inside.bottom()) box.moveBottom(frame.inside.bottom());
  if (box.top() < frame.inside.top()) box.moveTop(frame.inside.top());
  painter.setPen(Qt::NoPen);
  painter.setBrush(ground);
  painter.drawRoundedRect(box, 3, 3);
  painter.setPen(colour);
  painter.drawText(box, Qt::AlignCenter, text);
}

// The last known value inside the frame, or nothing where the line ends before its right third.
std::optional<Point> end_of(const Line& line, const Frame& frame) {
  for (auto it = line.points.rbegin(); it != line.points.rend(); ++it) {
    if (it->x > frame.to || std::isnan(it->y)) continue;
    if (it->x < frame.from && !line.step) return std::nullopt;
    return *it;
  }
  return std::nullopt;
}

// Two bars with a label each; where they are too short for that, one label for both above the gap, and no higher than
// `free_from`, which is then below it.
void paint_gap(QPainter& painter, const Frame& frame, const Gap& gap, double x, const Colours& colours,
               double& free_from) {
  const QFontMetricsF metrics(painter.font());
  const double low = frame.y(gap.low);
  const double high = frame.y(gap.high);
  painter.setPen(QPen(gap.colour, 2, Qt::SolidLine, Qt::FlatCap));
  painter.drawLine(QPointF(x, low), QPointF(x, high));
  const double left = gap.since ? std::max(frame.x(*gap.since), frame.inside.left()) : x;
  if (gap.since) painter.drawLine(QPointF(left, low), QPointF(x, low));
  QColor ground = colours.ground;
  ground.setAlphaF(0.82F);
  const double time_wide = metrics.horizontalAdvance(gap.time) + 8;
  const bool apart = low - high > 40 && x - left > time_wide;
  const QString beside = apart || gap.time.isEmpty() ? gap.counts : gap.counts + QStringLiteral(" · ") + gap.time;
  const double wide = metrics.horizontalAdvance(beside) + 8;
  const bool short_bar = low - high < 40;
  QPointF corner(x + 5, short_bar ? high - 20 : (low + high) / 2 - 8);
  if (corner.x() + wide > frame.inside.right() || short_bar) corner.setX(x - 5 - wide);
  if (short_bar) {
    corner.setY(std::max(corner.y(), free_from));
    free_from = corner.y() + metrics.height() + 4;
  }
  paint_tag(painter, frame, corner, beside, gap.label_colour, ground);
  if (apart) paint_tag(painter, frame, {(left + x) / 2 - time_wide / 2, low + 4}, gap.time, gap.label_colour, ground);
}
}  // namespace

void paint_hatches(QPainter& painter, const Frame& frame, const Content& content, const Colours& colours) {
  painter.setFont(sized(painter, 11));
  for (const Hatch& hatch : content.hatches) {
    const double left = std::max(frame.x(hatch.from), frame.inside.left());
    const double right = std::min(frame.x(hatch.to), frame.inside.right());
    if (right <= left) continue;
    const QRectF box(left, frame.inside.top(), std::max(1.0, right - left), frame.inside.height());
    paint_hatch(painter, box, colours.hatch);
    if (!hatch.label.isEmpty() && box.width() > 24) {
      const double wide = QFontMetricsF(painter.font()).horizontalAdvance(hatch.label) + 8;
      paint_tag(painter, frame, {box.center().x() - wide / 2, box.bottom() - 40}, hatch.label, colours.text,
                colours.ground);
    }
  }
}

void paint_moments(QPainter& painter, const Frame& frame, const Content& content, const Colours& colours) {
  painter.setFont(sized(painter, 11, true));
  double free_until = -1e9;  // labels of close moments go one row lower
  int row = 0;
  for (const Moment& moment : content.moments) {
    if (moment.at < frame.from || moment.at > frame.to) continue;
    const double x = std::round(frame.x(moment.at)) + 0.5;
    painter.setPen(QPen(moment.colour, 1));
    if (moment.label.isEmpty()) {
      painter.drawLine(QPointF(x, frame.inside.bottom() - 7), QPointF(x, frame.inside.bottom()));
      continue;
    }
    painter.drawLine(QPointF(x, frame.inside.top()), QPointF(x, frame.inside.bottom()));
    row = x < free_until ? row + 1 : 0;
    if (row > 5) continue;
    free_until = x + QFontMetricsF(painter.font()).horizontalAdvance(moment.label) + 16;
    paint_tag(painter, frame, {x + 3, frame.inside.top() + 2 + row * 18}, moment.label, moment.colour,
              moment.ground.isValid() ? moment.ground : colours.ground);
  }
}

void paint_end_labels(QPainter& painter, const Frame& frame, const Content& content) {
  painter.setFont(sized(painter, 11, true));
  struct Label {
    const Line* line;
    double y;
    bool below;  // the line lies under the picture
  };
  std::vector<Label> labels;
  for (const Line& line : content.lines)
    if (const auto end = end_of(line, frame); end && !line.label.isEmpty())
      labels.push_back({&line, std::clamp(frame.y(end->y), frame.inside.top(), frame.inside.bottom()),
                        frame.y(end->y) > frame.inside.bottom() + 1});
  std::ranges::stable_sort(labels, std::greater<>(), &Label::y);
  // From the bottom up: push apart what would overlap; if that leaves the top, push back down.
  for (std::size_t i = 1; i < labels.size(); ++i) labels[i].y = std::min(labels[i].y, labels[i - 1].y - label_height);
  double ceiling = frame.inside.top();
  for (std::size_t i = labels.size(); i-- > 0;) {
    labels[i].y = std::max(labels[i].y, ceiling);
    ceiling = labels[i].y + label_height;
  }
  for (const Label& label : labels) {
    painter.setPen(label.line->label_colour);
    painter.drawText(QRectF(frame.inside.right() + 6, label.y - label_height / 2, 120, label_height),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     label.below ? label.line->label + QStringLiteral(" \u2193") : label.line->label);
  }
}

void paint_crosshair(QPainter& painter, const Frame& frame, const Crosshair& crosshair, const Colours& colours) {
  if (crosshair.at < frame.from || crosshair.at > frame.to) return;
  const double x = std::round(frame.x(crosshair.at)) + 0.5;
  painter.setPen(QPen(colours.crosshair, 1, Qt::DotLine));
  painter.drawLine(QPointF(x, frame.inside.top()), QPointF(x, frame.inside.bottom()));
  painter.setFont(sized(painter, 11, true));
  const QFontMetricsF metrics(painter.font());
  double free_from = frame.inside.top();
  for (const Gap& gap : crosshair.gaps) paint_gap(painter, frame, gap, x, colours, free_from);
  if (!crosshair.label.isEmpty()) {
    const double wide = metrics.horizontalAdvance(crosshair.label) + 8;
    paint_tag(painter, frame, {x - wide / 2, frame.inside.bottom() - 18}, crosshair.label, colours.ground,
              colours.crosshair);
  }
}

}  // namespace tidemark::plot
