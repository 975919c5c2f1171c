// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a path at a table: how old the oldest record is that is not in it, in which stage it waits, and until when
// retention leaves it alone. A table is as old as its oldest partition; a path that feeds several tables is as old as
// its oldest table. A partition whose age is not known makes the age unknown: it may be the oldest. Who reads the
// table's head sees a record from its commit on, so `table` and `queryable` are one end here. Room-internal.
// Thread rule: none, pure functions. Units: records, ms.
#pragma once

#include <vector>

#include "models/analysis/age_series.h"
#include "models/analysis/landing.h"
#include "models/analysis/paths.h"

namespace tidemark {

// One partition of a path in one table.
struct TableStretch {
  const TableInfo* table = nullptr;
  TopicPartition partition;
  Landing landing;
  MarkKeys keys;  // of the table, as if it were a group
  Age age;
};

struct PathEnd {
  std::vector<TableStretch> stretches;  // of the table that speaks for the path
  std::int64_t known = 0;               // stretches of all tables whose mark is known, or that nobody ever wrote to …
  std::int64_t all = 0;                 // … and all of them
  Known<Millis> age = Reason::never_polled;
  Known<Millis> age_error = Reason::never_polled;
  Known<Millis> at_least = Reason::never_polled;  // of those whose age is known, less its error
  Known<TopicPartition> worst = Reason::never_polled;
  Known<Stage> where = Reason::never_polled;
  Known<std::int64_t> not_landed = Reason::never_polled;
  Known<LocalTime> safe_until = Reason::never_polled;
  Evidence evidence = Evidence::unknown;
};

// `tables` are all of the snapshot; without one that the path feeds everything is `never-polled`.
PathEnd path_end(const Snapshot& snapshot, const std::vector<TableInfo>& tables, const Path& path, LocalTime at);

}  // namespace tidemark
