// SPDX-License-Identifier: GPL-3.0-or-later
// Race: whether retention overtakes a group that reads on at a pace, in one partition. A record is gone at the latest
// at its time + retention, where its time is at most that of the poll that first saw it; and the floor goes on as it
// went in the last hour. Records before the last that are past their time and are read within ten minutes do not count:
// a log drops whole segments, and looks after them every five minutes. Room-internal.
// Thread rule: none, pure function. Units: offsets, ms.
#pragma once

#include <optional>

#include "models/analysis/replay/line.h"

namespace tidemark {

struct RaceQuestion {
  std::int64_t at_offset = 0;  // the next one to read
  std::int64_t end = 0;        // exclusive
  double pace = 0;             // offsets per ms; 0: it stands still
  MarkLine written;            // the high mark
  MarkLine floor;
  Known<Millis> age = Reason::no_history;          // of the record at the offset
  Known<Millis> retention = Reason::never_polled;  // not-applicable: unlimited
  LocalTime at;
};

// When retention takes a record that is not read yet. not-applicable: never; no-history and others: cannot be told.
Known<LocalTime> overtaken_at(const RaceQuestion& question);

}  // namespace tidemark
