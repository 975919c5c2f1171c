// SPDX-License-Identifier: GPL-3.0-or-later
// Figures: a row of cards, each with one number, what it is and what it means. Thread rule: GUI thread.
#pragma once

#include <QFrame>
#include <QString>
#include <vector>

class QLabel;

namespace tidemark::views {

struct Figure {
  QString name;                // "not landed"
  QString value;               // "10,000"
  QString note;                // "SLA 2 min 30 s, exceeded 27 min ago"
  const char* tone = nullptr;  // of the value: a colour of the style sheet
};

class Figures final : public QWidget {
  Q_OBJECT
 public:
  Figures(int count, const QString& name, QWidget* parent = nullptr);
  void show_figures(const std::vector<Figure>& figures);

 private:
  struct Tile {
    QFrame* card = nullptr;
    QLabel* name = nullptr;
    QLabel* value = nullptr;
    QLabel* note = nullptr;
  };
  std::vector<Tile> tiles_;
};

}  // namespace tidemark::views
