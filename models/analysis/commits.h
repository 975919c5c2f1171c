// SPDX-License-Identifier: GPL-3.0-or-later
// Commits: what the commits of one table that are known at a time say together: which of them land data, which the
// branch has left, which offsets they cover. Room-internal. Thread rule: none, pure functions. Units: offsets, ms.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "models/domain/snapshot.h"

namespace tidemark {

using TableKey = std::pair<ClusterName, TableName>;

struct TableCommits {
  std::vector<const SeenCommit*> all;  // each snapshot once, in the order in which they were seen
  std::set<std::string> rolled_back;   // snapshot ids
  bool live(const SeenCommit& seen) const { return !rolled_back.contains(seen.commit.snapshot_id); }
};
// Those seen at or before `at`, by table.
std::map<TableKey, TableCommits> commits_at(const Snapshot& snapshot, LocalTime at);

// Its ranges are offsets that its writer noted or that lead to such, no estimate.
bool says_offsets(const TableCommit& commit);
// Compaction, clean-up, deletes: the commit brings no new records, so that it needs no ranges.
bool is_housekeeping(const TableCommit& commit);
// It brings records and does not tell all of them: not their offsets, or of some only the end.
bool is_blurred(const TableCommit& commit);
// When it was committed: by the lake's clock, else when it was first seen.
std::int64_t commit_ms(const SeenCommit& seen);

struct OffsetSpan {
  std::int64_t from = 0;
  std::int64_t to = 0;  // exclusive
  bool operator==(const OffsetSpan&) const = default;
};
std::int64_t offsets_in(const std::vector<OffsetSpan>& spans);

// What the live commits of a table cover of one partition. A hole lies between what is covered, or after where the
// first known commits ended. A commit of which only the end is told may hold what lies below it, one that tells no
// offsets anything.
struct Coverage {
  std::vector<OffsetSpan> covered;  // ascending, disjoint, not touching
  std::vector<OffsetSpan> holes;    // ascending; no known commit holds them
  std::vector<OffsetSpan> unsure;   // ascending; a blurred commit may
  std::int64_t twice = 0;           // offsets that more than one commit has
  bool blurred = false;             // a commit is, as far as this partition goes
};
Coverage coverage_of(const TableCommits& commits, const TopicPartition& partition);

// Records that the appending commits added beyond the offsets that they cover: more than 0 is a proof of duplicates
// where nothing fans out. Nothing where a commit does not say how many it added or which ranges it has.
std::optional<std::int64_t> added_beyond_offsets(const TableCommits& commits);

}  // namespace tidemark
