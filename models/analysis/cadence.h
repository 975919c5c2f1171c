// SPDX-License-Identifier: GPL-3.0-or-later
// Cadence: how long a landing may take before it is late, the one SLA of the project: 2 x the larger of the median of
// the last 20 commit intervals and of what is configured (interval + time-out). Room-internal.
// Thread rule: none, pure function. Units: ms.
#pragma once

#include "models/analysis/tables.h"

namespace tidemark {

struct Cadence {
  Known<Millis> median = Reason::no_history;        // of at least two intervals between commits that landed data
  Known<Millis> configured = Reason::never_polled;  // interval + time-out
  Millis sla{};
  bool assumed = false;  // neither is known
};
Cadence cadence_of(const TableInfo& table);

}  // namespace tidemark
