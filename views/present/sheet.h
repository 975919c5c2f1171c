// SPDX-License-Identifier: GPL-3.0-or-later
// Sheet: a slide set onto a wall of one size. The largest letters are taken at which it fits one sheet; where the
// smallest that can be read from the back do not fit either, it goes on to further sheets, line by line: nothing is
// shortened and nothing is cut. Thread rule: GUI thread. Units: pixels of the wall.
#pragma once

#include <QRectF>
#include <QSizeF>

#include "views/present/slide.h"

class QPainter;

namespace tidemark::views {

// How a presentation is coloured: as the program, or black and white with few colours.
class PresentInk final {
 public:
  PresentInk(bool dark, bool contrast) : theme_(dark || contrast), contrast_(contrast) {}
  QColor operator()(theme::Colour colour) const;
  const theme::Theme& theme() const { return theme_; }

 private:
  theme::Theme theme_;
  bool contrast_;
};

// One line of a text in its place.
struct SetLine {
  QRectF box;
  QString text;
  double px = 20;
  bool strong = false;
  theme::Colour colour = theme::Colour::ink;
};

// A shape, squares or a bar in its place.
struct SetMark {
  QRectF box;
  Level level = Level::none;
  int score = 0;
  std::optional<ProofBar> bar;
};

struct SetGround {
  QRectF box;
  bool card = false;
  bool ground = false;
  bool line = false;
  bool chosen = false;
};

struct Sheet {
  QString title;
  std::vector<SetGround> grounds;
  std::vector<SetLine> lines;
  std::vector<SetMark> marks;
  QRectF room;           // in which all of it is
  QString text() const;  // all that can be read on it, line by line
};

// What stands at the foot of every sheet: at the left, and at the right as far as there is room for it beneath.
struct SheetFoot {
  QString left;
  QString right;
};

std::vector<Sheet> sheets_of(const Slide& slide, const QString& banner, QSizeF wall);
// The foot of one of several sheets.
void set_foot(Sheet& sheet, const SheetFoot& foot, QSizeF wall);
void paint_sheet(QPainter& painter, const Sheet& sheet, QSizeF wall, const PresentInk& ink);

}  // namespace tidemark::views
