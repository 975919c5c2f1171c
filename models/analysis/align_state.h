// SPDX-License-Identifier: GPL-3.0-or-later
// AlignState: the rules of the twelve states, and the verdict in words. Room-internal.
// Thread rule: none, pure functions.
#pragma once

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

struct AlignVerdict {
  AlignState state = AlignState::unknown;
  Severity severity = Severity::note;
  std::int64_t concerned = 0;  // offsets
  std::string reason;
};
AlignVerdict align_verdict(const AlignCase& of);

// What a commit of the branch had and no snapshot has any more, though the group has passed it.
std::vector<OffsetSpan> rolled_back_of(const TableInfo& table, const TopicPartition& partition, const Landing& landing);

}  // namespace tidemark
