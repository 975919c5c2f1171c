// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the cells that every model has: a known value as its format writes it, an unknown one as its word with the
// reason in the tip. Pure functions; GUI thread because of translation.
#pragma once

#include "models/items/cell.h"
#include "models/items/format.h"

namespace tidemark {

template <class T, class Write>
ItemCell known_cell(const Known<T>& value, Write&& write) {
  ItemCell cell;
  if (value.known()) {
    cell.text = write(*value);
  } else {
    cell.text = format::unknown(value.reason());
    cell.tip = format::sentence(value.reason());
    cell.tone = Tone::muted;
  }
  return cell;
}

inline ItemCell text_cell(const QString& text, Tone tone = Tone::plain) {
  ItemCell cell;
  cell.text = text;
  cell.tone = tone;
  return cell;
}

inline ItemCell name_cell(std::string_view name, Tone tone = Tone::plain) {
  ItemCell cell = text_cell(format::text(name), tone);
  cell.tip = cell.text;
  cell.identifier = true;
  return cell;
}

// What to look at first, as a number to sort by: error, warn, unknown, fine.
double urgency(Level level);
// The tone that belongs to the cell's level; of what is fine it stays.
void colour(ItemCell& cell);
// The clock time, with the date in the tip.
ItemCell time_cell(const Known<LocalTime>& time);
ItemCell evidence_cell(Evidence evidence);
// How bad a state of the alignment is; pending is no trouble.
Level level_of(AlignState state, Severity severity);
ItemCell align_cell(AlignState state, Severity severity, const std::string& reason);
ItemCell verdict_cell(const Known<Verdict>& verdict);
Level level_of(const Known<Verdict>& verdict);
// The age with its error and how it was found in the tip.
ItemCell age_cell(const Known<Millis>& age, const Known<Millis>& error);

}  // namespace tidemark
