// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/make_cell.h"

namespace tidemark {

Level level_of(const Known<Verdict>& verdict) {
  if (!verdict) return Level::unknown;
  switch (*verdict) {
    case Verdict::ok:
      return Level::fine;
    case Verdict::warn:
    case Verdict::rewind:
      return Level::warn;
    case Verdict::stop:
    case Verdict::stall:
      break;
  }
  return Level::error;
}

ItemCell verdict_cell(const Known<Verdict>& verdict) {
  ItemCell cell = known_cell(verdict, [](Verdict v) { return format::word(v); });
  cell.level = level_of(verdict);
  if (cell.level == Level::error) cell.tone = Tone::error;
  if (cell.level == Level::warn) cell.tone = Tone::warn;
  return cell;
}

ItemCell age_cell(const Known<Millis>& age, const Known<Millis>& error) {
  ItemCell cell = known_cell(age, format::duration);
  if (age && error) cell.tip = format::duration(*age) + QLatin1Char(' ') + format::error(*error);
  return cell;
}

}  // namespace tidemark
