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

double urgency(Level level) {
  switch (level) {
    case Level::error:
      return 3;
    case Level::warn:
      return 2;
    case Level::unknown:
      return 1;
    default:
      return 0;
  }
}

void colour(ItemCell& cell) {
  if (cell.level == Level::error) cell.tone = Tone::error;
  if (cell.level == Level::warn) cell.tone = Tone::warn;
  if (cell.level == Level::unknown) cell.tone = Tone::muted;
}

ItemCell time_cell(const Known<LocalTime>& time) {
  ItemCell cell = known_cell(time, format::clock_seconds);
  if (time) cell.tip = format::date_time(*time);
  return cell;
}

ItemCell evidence_cell(Evidence evidence) {
  ItemCell cell = text_cell(format::word(evidence), Tone::muted);
  cell.tip = format::sentence(evidence);
  return cell;
}

Level level_of(AlignState state, Severity severity) {
  switch (state) {
    case AlignState::aligned:
    case AlignState::idle:
    case AlignState::pending:
      return Level::fine;
    case AlignState::unknown:
      return Level::unknown;
    default:
      break;
  }
  return severity == Severity::error ? Level::error : severity == Severity::warn ? Level::warn : Level::none;
}

ItemCell align_cell(AlignState state, Severity severity, const std::string& reason) {
  ItemCell cell = text_cell(format::word(state));
  cell.level = level_of(state, severity);
  cell.tip = format::text(reason);
  if (cell.level == Level::error) cell.tone = Tone::error;
  if (cell.level == Level::warn) cell.tone = Tone::warn;
  if (cell.level == Level::unknown) cell.tone = Tone::muted;
  return cell;
}

ItemCell age_cell(const Known<Millis>& age, const Known<Millis>& error) {
  ItemCell cell = known_cell(age, format::duration);
  if (age && error) cell.tip = format::duration(*age) + QLatin1Char(' ') + format::error(*error);
  return cell;
}

}  // namespace tidemark
