// SPDX-License-Identifier: GPL-3.0-or-later
// TableCommit: one snapshot (version, instant) of a table as its own metadata tells it, with the source offsets that it
// made durable, where they are known. Ranges are [from, to) of log offsets: `to` is the next offset that is not in the
// table, whatever way the writer notes it. Value types; no thread rule. Times are the lake's.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/domain/ids.h"
#include "models/domain/time.h"
#include "models/domain/words.h"

namespace tidemark {

// Where both ends are the same, only the end is told: the commit has brought the table there, nobody knows from where.
struct CommitRange {
  TopicPartition partition;
  std::int64_t from = 0;
  std::int64_t to = 0;
  bool only_end() const { return from == to; }
  auto operator<=>(const CommitRange&) const = default;
};

struct TableCommit {
  TableName table;
  std::string snapshot_id;               // unique in its table: "4358109269898191522", a Delta version, an instant
  std::optional<std::string> parent_id;  // none: the first one, or not told
  std::optional<LakeTime> committed;
  std::string operation;  // the writer's word: append, overwrite, replace, delete, STREAMING UPDATE …
  std::string commit_id;  // the writer's own id of the cycle; empty where it has none
  std::optional<std::int64_t> added_records;
  std::optional<LakeTime> valid_through;  // the writer's claim
  std::optional<bool> partial;            // committed on a time-out, without all answers; none: not told
  Evidence evidence = Evidence::unknown;  // of the ranges
  std::vector<CommitRange> ranges;        // ascending; empty: not known, or the snapshot moved nothing
  bool operator==(const TableCommit&) const = default;
};

inline bool tells_ranges(const TableCommit& commit) {
  return std::ranges::any_of(commit.ranges, [](const CommitRange& range) { return !range.only_end(); });
}

// Whether an earlier reading of a snapshot stays. A snapshot never changes: the offsets that its own metadata told stay
// true after its parent, which they are measured from, has expired.
inline bool knew_better(const TableCommit& before, const TableCommit& now) {
  return before.evidence == Evidence::exact && tells_ranges(before) && !tells_ranges(now);
}

}  // namespace tidemark
