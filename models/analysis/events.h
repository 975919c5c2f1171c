// SPDX-License-Identifier: GPL-3.0-or-later
// Events: what happened in a window: what collectors and people stored, and what follows from the changes of states and
// from group offsets that fell or leapt. Each lies in an interval (at_lo, at_hi]: what a poll sees happened before it.
// Thread rule: none, pure functions.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/lag.h"

namespace tidemark {

struct EventRow {
  ClusterName cluster;  // empty for what belongs to none
  LocalTime at;         // the end of the interval
  Known<LocalTime> at_lo = Reason::no_history;
  LocalTime at_hi;
  std::string layer;
  std::string kind;
  Object object;
  std::string text;
  std::string severity;  // note | warn | error
};

// Those with at_hi in (from, to], ascending by time, then layer, kind and object. `said` are those that people noted
// beside the timeline.
std::vector<EventRow> event_rows(const Snapshot& snapshot, LocalTime from, LocalTime to, const Filter& filter = {},
                                 const std::vector<Event>& said = {});
Document events_document(const Snapshot& snapshot, LocalTime from, LocalTime to, const Filter& filter = {},
                         const std::vector<Event>& said = {});

}  // namespace tidemark
