// SPDX-License-Identifier: GPL-3.0-or-later
// Complete through: the time up to which everything that was produced into a partition is in the table: the last time
// at which the high mark was seen at or below what the table holds. The record after it came within `error` of that
// time, so the truth is in [at, at + error). Of a table: the earliest of its partitions. Room-internal. Thread rule:
// none, pure functions. Units: ms; times as this machine saw them.
#pragma once

#include "models/analysis/landing.h"

namespace tidemark {

struct CompleteThrough {
  Known<LocalTime> at = Reason::no_history;
  Known<Millis> error = Reason::no_history;
  static CompleteThrough unknown(Reason reason) { return {reason, reason}; }
};

CompleteThrough complete_through_of(const Snapshot& snapshot, const TableInfo& table, const TopicPartition& partition,
                                    const Landing& landing, LocalTime at);
// The earlier of both; unknown if one is.
CompleteThrough earlier(const CompleteThrough& a, const CompleteThrough& b);

}  // namespace tidemark
