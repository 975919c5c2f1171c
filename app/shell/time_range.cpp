// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/time_range.h"

#include <algorithm>
#include <cmath>

namespace tidemark::shell {
TimeRange TimeRange::zoomed(double factor, std::optional<LocalTime> at, LocalTime newest) const {
  const double wanted = static_cast<double>(span.count()) * factor;  // may be more than fits into Millis
  const Millis next(
      std::llround(std::clamp(wanted, static_cast<double>(shortest.count()), static_cast<double>(longest.count()))));
  if (live() && (!at || *at >= newest - span / 20)) return {std::nullopt, next};
  const LocalTime last = end(newest);
  const LocalTime pivot = at.value_or(last - span / 2);
  const double share = static_cast<double>((last - pivot).count()) / static_cast<double>(span.count());
  return {pivot + Millis(std::llround(share * static_cast<double>(next.count()))), next};
}

TimeRange TimeRange::panned(double share, LocalTime newest) const {
  const LocalTime moved = end(newest) + Millis(std::llround(share * static_cast<double>(span.count())));
  if (moved >= newest) return following();
  return {moved, span};
}

TimeRange TimeRange::all(LocalTime oldest, LocalTime newest) {
  return {std::nullopt, std::clamp(Millis(newest - oldest), shortest, longest)};
}
TimeRange TimeRange::at_oldest(LocalTime oldest) const { return {oldest + span, span}; }

}  // namespace tidemark::shell
