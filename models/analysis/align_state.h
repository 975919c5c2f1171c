// SPDX-License-Identifier: GPL-3.0-or-later
// AlignState: the rules of the twelve states, and the verdict in words. Room-internal.
// Thread rule: none, pure functions.
#pragma once

#include "models/analysis/alignment.h"
#include "models/analysis/cadence.h"
#include "models/analysis/landing.h"

namespace tidemark {

// All that a verdict is made from, for one table and partition.
struct AlignCase {
  const TableInfo& table;
  const TopicPartition& partition;
  const Cadence& cadence;
  const Landing& landing;
  Known<std::int64_t> unread = Reason::never_polled;
  Known<Millis> headroom = Reason::no_history;  // of what the table has, above the floor
  std::int64_t beyond_added = 0;                // records added beyond the offsets of the table's commits
};

// All that hold, the one to be told first; never empty.
std::vector<AlignVerdict> align_verdicts(const AlignCase& of);

// A task or connector that has failed, or a commit that failed after the table last moved; null where there is none.
const WriterFailure* failure_of(const AlignCase& of);

// What a commit of the branch had and no snapshot has any more, though the group has passed it.
std::vector<OffsetSpan> rolled_back_of(const TableInfo& table, const TopicPartition& partition, const Landing& landing);

}  // namespace tidemark
