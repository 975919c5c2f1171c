// SPDX-License-Identifier: GPL-3.0-or-later
// Marks card: the five marks at the crosshair as numbers, and the gap below each. Thread rule: GUI thread.
#pragma once

#include <QFrame>
#include <array>

#include "models/analysis/tide.h"

class QLabel;

namespace tidemark::views {

class MarksCard final : public QFrame {
  Q_OBJECT
 public:
  explicit MarksCard(QWidget* parent = nullptr);
  void show_measure(const TideChart* chart, const std::optional<TideMeasure>& measure);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Row {
    QWidget* widget = nullptr;
    QLabel* name = nullptr;
    QLabel* value = nullptr;
    QLabel* gap = nullptr;
  };
  void fill(Mark mark, const TideMeasure& measure);

  QLabel* when_;
  std::array<Row, mark_count> rows_;
};

}  // namespace tidemark::views
