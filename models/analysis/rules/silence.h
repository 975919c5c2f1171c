// SPDX-License-Identifier: GPL-3.0-or-later
// Silence: how long nothing was produced to a path's topic, and how long that may be: what its class expects, else ten
// times the 99th percentile of the topic's own gaps between records, once three days of them are in view.
// Room-internal. Thread rule: none, pure functions. Units: ms; gaps are as coarse as the polls.
#pragma once

#include "models/analysis/rules/rule.h"

namespace tidemark {

struct Silence {
  Known<LocalTime> since = Reason::no_history;  // of the last record; unknown: longer than is remembered
  Millis at_least{};
  std::optional<Millis> limit;  // none: nothing is expected by the clock
  std::optional<Millis> usual;  // the topic's own p99 where the limit comes from it

  bool too_long() const { return limit && at_least > *limit; }
};
// None where something is produced, or fewer than w polls tell.
std::optional<Silence> silence_of(const PathCase& of);
// A limit can be told at all: somebody expects records, or there is enough history for a habit.
bool can_expect(const CaseFile& file);

}  // namespace tidemark
