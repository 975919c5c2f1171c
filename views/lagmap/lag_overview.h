// SPDX-License-Identifier: GPL-3.0-or-later
// LagOverview: all partitions of a lag map at one glance, the worst group at the top, with the time beneath and a
// crosshair that tells the time it stands at and the highest lag there. Keys: Left and Right move the crosshair. What
// it tells is also said in words in its accessible description. Thread rule: GUI thread.
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "models/analysis/lag_map.h"

namespace tidemark::views {

class LagOverview final : public QWidget {
  Q_OBJECT
 public:
  explicit LagOverview(QWidget* parent = nullptr);

  void show_map(std::shared_ptr<const LagMap> map);
  std::optional<LocalTime> crosshair() const;  // begin of a column
  QSize sizeHint() const override { return {640, 176}; }
  QSize minimumSizeHint() const override { return {200, 96}; }

 signals:
  // Of the group that is worst in the row and column; the time is the middle of the column.
  void chosen(std::size_t group, tidemark::LocalTime at);
  void zoom_asked(double factor, tidemark::LocalTime at);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QRectF field() const;
  std::optional<std::size_t> column_at(double x) const;
  std::size_t group_at(double y) const;
  void stand_at(std::optional<std::size_t> column, std::optional<std::size_t> group);
  QString words_at(std::size_t column) const;
  void paint_axis(QPainter& painter) const;
  void paint_scale(QPainter& painter) const;

  std::shared_ptr<const LagMap> map_;
  std::optional<std::size_t> column_;
  std::optional<std::size_t> group_;
};

}  // namespace tidemark::views
