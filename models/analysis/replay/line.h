// SPDX-License-Identifier: GPL-3.0-or-later
// MarkLine: one mark over time, of all lanes that measured it, and what it says between two times. Offsets are counted,
// not estimated: a change over a gap without polls is as exact as any other. Room-internal.
// Thread rule: none, pure functions. Units: offsets, offsets per millisecond.
#pragma once

#include <optional>
#include <vector>

#include "models/domain/snapshot.h"

namespace tidemark {

struct MarkPoint {
  LocalTime at;
  std::int64_t value = 0;
  bool operator==(const MarkPoint&) const = default;
};
using MarkLine = std::vector<MarkPoint>;  // ascending by time, no time twice

// The known samples at or before `until`.
MarkLine mark_line(const Snapshot& snapshot, const SeriesKey& key, LocalTime until);
// The newest point at or before a time.
const MarkPoint* last_at(const MarkLine& line, LocalTime at);
// On the straight line between the points around a time; the nearest point's value beyond the ends. Not empty.
double value_at(const MarkLine& line, LocalTime at);
// Its mean change. `from` before `to`.
double pace_between(const MarkLine& line, LocalTime from, LocalTime to);
// The first point and those that are larger than the one before.
MarkLine rises_of(const MarkLine& line);
// Between rises, the median; none where there is only one.
std::optional<Millis> usual_step(const MarkLine& rises);

}  // namespace tidemark
