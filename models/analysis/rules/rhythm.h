// SPDX-License-Identifier: GPL-3.0-or-later
// Rhythm: how long a mark stands, as a rule, between two of its advances, and when it last advanced. What goes in steps
// (commits in rounds, transactions) stands still most of the time and is well. Room-internal. Thread rule: none, pure
// function. Units: ms; as coarse as the polls.
#pragma once

#include <optional>

#include "models/domain/snapshot.h"

namespace tidemark {

struct Rhythm {
  // The longest of the last 20 pauses, but for one that stands out alone; 0 where it advanced less than twice in view.
  Millis pause{};
  std::optional<LocalTime> first;  // when it was first known, in view
  std::optional<LocalTime> last;   // when it last advanced; none: no advance is in view
};
// In all of the snapshot up to `at`. What may have been missed while nobody looked is no pause.
Rhythm rhythm_of(const Snapshot& snapshot, const SeriesKey& key, LocalTime at);

}  // namespace tidemark
