// SPDX-License-Identifier: GPL-3.0-or-later
// PastGrid: the times of which a past is rebuilt: even steps on round times. Pure functions; any thread. Units: local
// ms.
#pragma once

#include <cstddef>
#include <optional>

#include "models/domain/time.h"

namespace tidemark {

struct PastGrid {
  LocalTime first;
  Millis step{};
  std::size_t points = 0;

  LocalTime at(std::size_t point) const { return first + static_cast<std::int64_t>(point) * step; }
  // The first point at or after a time; `points` where there is none.
  std::size_t not_before(LocalTime time) const;
};

// The points in [from, to) at the finest usual step (10 s to 1 h) that keeps their number, and with it the number of
// look-ups of that many partitions, within bounds.
PastGrid past_grid(LocalTime from, LocalTime to, std::size_t partitions);

}  // namespace tidemark
