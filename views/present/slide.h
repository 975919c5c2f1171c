// SPDX-License-Identifier: GPL-3.0-or-later
// Slide: what one page of a presentation says, before it is known how large the wall is: a title and pieces beneath
// each other, each of cells beside each other. Nothing of it is ever shortened: what does not fit goes on to the next
// sheet. Value types; GUI thread because of translation. Units: pixels of a wall of 1280x720.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "models/analysis/review/view.h"
#include "models/items/level.h"
#include "views/theme/theme.h"

namespace tidemark::views {

struct SlideCell {
  QString text;
  QString label;     // small, above the text
  double share = 1;  // of the width, beside the other cells' shares
  double px = 20;
  bool strong = false;
  theme::Colour colour = theme::Colour::ink;
  Level level = Level::none;    // its shape stands before the text
  int score = 0;                // of five, as squares before the text
  std::optional<ProofBar> bar;  // beneath the text
};

struct SlidePiece {
  std::vector<SlideCell> cells;
  double above = 6;
  bool line = false;    // beneath it
  bool ground = false;  // of what is weak
  bool chosen = false;
  bool cards = false;  // each cell is a card
};

struct Slide {
  QString name;     // in the overview
  std::string row;  // of the card; empty: of none
  QString title;
  QString beside;  // muted, beneath the title
  std::vector<SlidePiece> head;
  std::vector<SlidePiece> left;  // as wide as the wall where the right side is empty
  std::vector<SlidePiece> right;
};

// The first page, one for each row, the actions.
std::vector<Slide> slides_of(const ReviewView& view);
Slide evidence_slide(const ReviewLine& line);
Slide changes_slide(const ReviewView& view);
// The names of the slides, one of them chosen.
Slide overview_slide(const std::vector<Slide>& slides, std::size_t chosen);
// "evidence frozen 2026-11-21 14:05 UTC".
QString frozen_words(const ReviewView& view);
// Which review it is, by which rules, and the hash it is known by.
QString origin_words(const ReviewView& view);

}  // namespace tidemark::views
