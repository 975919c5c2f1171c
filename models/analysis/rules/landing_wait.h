// SPDX-License-Identifier: GPL-3.0-or-later
// What of one table's topic is read and not in the table, over its partitions: shared by the rules about landing.
// Room-internal. Thread rule: none, pure function.
#pragma once

#include "models/analysis/rules/rule.h"

namespace tidemark {

struct LandingWait {
  std::int64_t records = 0;  // offsets
  std::int64_t only_in_files = 0;
  std::vector<TopicPartition> partitions;
  Known<LocalTime> since = Reason::no_history;  // of the partition that waits longest
  bool late = false;                            // somewhere longer than the SLA …
  bool twice_late = false;                      // … than twice the SLA
};
// Of those rows for which `state` holds; every row that waits without one.
LandingWait landing_wait(const TableCase& table, LocalTime at, std::optional<AlignState> state = {});

// Whether a commit that landed data was seen after a time.
bool landed_after(const TableCase& table, const Known<LocalTime>& time);

}  // namespace tidemark
