// SPDX-License-Identifier: GPL-3.0-or-later
// Headline: what a view has to say, first and in words; tables and charts below are its proof. Text is plain.
// Thread rule: GUI thread.
#pragma once

#include <QFrame>
#include <QString>

#include "models/items/level.h"

class QLabel;

namespace tidemark::views {

struct Sentence {
  Level level = Level::none;
  QString title;   // "2 of 41 late"
  QString note;    // muted, beside the title
  QString detail;  // the sentence
  bool operator==(const Sentence&) const = default;
};

class Headline final : public QFrame {
  Q_OBJECT
 public:
  explicit Headline(QWidget* parent = nullptr);
  void say(const Sentence& sentence);
  const Sentence& said() const { return said_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Sentence said_;
  QLabel* title_;
  QLabel* note_;
  QLabel* detail_;
};

}  // namespace tidemark::views
