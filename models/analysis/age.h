// SPDX-License-Identifier: GPL-3.0-or-later
// Age of the oldest unread record of a group in a partition: from the collector's look-ups where there are such, else
// from when the high mark passed the group's offset (error: the time between the two polls around that). Room-internal.
// Thread rule: none, pure functions. Units: ms.
#pragma once

#include "models/analysis/marks.h"

namespace tidemark {

struct Age {
  Known<Millis> age = Reason::no_history;
  Known<Millis> error = Reason::no_history;
  Known<AgeMethod> method = Reason::no_history;
  static Age unknown(Reason reason) { return {reason, reason, reason}; }
};

// An age less its error.
Known<Millis> certain_age(const Known<Millis>& age, const Known<Millis>& error);

// Drained (nothing readable is left): age 0, error since the sample, method none.
Age age_at(const Snapshot& snapshot, const MarkKeys& keys, const Known<Residue>& residue, LocalTime at);

}  // namespace tidemark
