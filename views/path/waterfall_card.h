// SPDX-License-Identifier: GPL-3.0-or-later
// Waterfall card: the stages of one path, from produced to queryable, each with its age, the gap to the stage before,
// its rate and how it is known. Thread rule: GUI thread.
#pragma once

#include <QFrame>
#include <array>

#include "models/analysis/path_rows.h"
#include "models/items/level.h"

class QLabel;

namespace tidemark::views {

class WaterfallCard final : public QFrame {
  Q_OBJECT
 public:
  explicit WaterfallCard(QWidget* parent = nullptr);
  void show_path(const PathView& view);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Row {
    QWidget* widget = nullptr;
    QLabel* name = nullptr;
    QLabel* age = nullptr;
    QLabel* of = nullptr;
    QLabel* gap = nullptr;
    QLabel* evidence = nullptr;
    Level level = Level::none;
  };
  static constexpr std::size_t stages = 5;
  void fill(Row& row, const PathStage& stage, const PathRow& path);

  std::array<Row, stages> rows_;
};

}  // namespace tidemark::views
