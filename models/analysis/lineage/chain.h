// SPDX-License-Identifier: GPL-3.0-or-later
// Chain: the commits of a table that make up what one read of it saw: from the snapshot that was read back along its
// parents (where a table tells none: in the order in which they were seen, without what the branch had left) to the
// first one, or to the snapshot at which the read before it had ended. Room-internal.
// Thread rule: none, pure functions; commits point into the snapshot, which must outlive them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/analysis/commits.h"
#include "models/analysis/lineage/doubt.h"
#include "models/analysis/lineage/seen.h"

namespace tidemark {

// One table as the timeline knows it at a time.
struct LineageTable {
  ClusterName cluster;
  TableName name;
  TableCommits commits;
  bool tells_parents = false;
  std::string oldest;       // the first snapshot that has not expired, "none": none ever has; empty: not told
  std::string unknown_why;  // why offsets are not known, in the collector's words
  bool is_delta = false;
  std::map<TopicPartition, std::int64_t> marks;  // next offsets that are in it now
  bool from_its_first = false;  // when the first commit that is known was seen, none before it had expired
};
// `no_table`, `ambiguous_table`.
std::optional<LineageTable> lineage_table(const Snapshot& snapshot, LocalTime at, const ClusterName& cluster,
                                          const std::string& name, const LineageKnown& known,
                                          std::vector<Doubt>& doubts);

// By its id, or the newest that was committed at or before a time by the lake's clock and had not been left then; the
// index into the table's commits. Nothing: there is none, and why; or the table was empty then, and no doubt.
std::optional<std::size_t> commit_of(const LineageTable& table, const std::string& id, std::vector<Doubt>& doubts);
std::optional<std::size_t> commit_as_of(const Snapshot& snapshot, const LineageTable& table, LocalTime at,
                                        std::vector<Doubt>& doubts);

struct Chain {
  std::vector<const SeenCommit*> commits;  // the oldest first
  std::vector<Doubt> begins;               // why there may be more before the first one
  bool met = true;                         // the snapshot that it goes on from was found
};
// `after`: a snapshot id that it goes on from; empty: from the first one.
Chain chain_of(const LineageTable& table, std::size_t head, const std::string& after);

// A commit that takes rows out or replaces them, so that not all that was read before is there still.
bool removes_rows(const TableCommit& commit);

}  // namespace tidemark
