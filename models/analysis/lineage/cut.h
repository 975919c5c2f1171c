// SPDX-License-Identifier: GPL-3.0-or-later
// Cut: whether a refresh is whole: every partition of what it read reaches the time up to which it promises to hold
// everything. Thread rule: none, pure functions. Offsets are log offsets.
#pragma once

#include <vector>

#include "models/analysis/lineage/seen.h"

namespace tidemark {

enum class Reached : std::uint8_t { yes, no, cannot_tell };
std::string_view word(Reached reached);

struct CutRow {
  ClusterName cluster;
  TopicPartition partition;
  Known<std::int64_t> reached = Reason::never_polled;  // the next offset that the run did not read
  Known<std::int64_t> wanted_lo = Reason::no_history;  // of the log's end at the cut
  Known<std::int64_t> wanted_hi = Reason::no_history;
  Reached verdict = Reached::cannot_tell;
  std::string reason;
};

struct Cut {
  LocalTime at;
  Reached whole = Reached::cannot_tell;
  std::vector<CutRow> rows;
};

// `log`: around the cut; `snapshot` has the topics' states.
Cut cut_of(const Snapshot& snapshot, const SeenData& data, LocalTime cut, const LogAt& log);

}  // namespace tidemark
