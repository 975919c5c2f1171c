// SPDX-License-Identifier: GPL-3.0-or-later
// TableReading: what one look at a table's metadata tells, in terms that no format owns. Versions are snapshots,
// commits, instants; the commit branch is the line of versions that the writer adds to, newest first.
// Value types; no thread rule. Offsets are next offsets. Times are the lake's.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "collectors/tables/facts.h"
#include "collectors/tables/notes.h"
#include "models/domain/known.h"
#include "models/domain/sample.h"
#include "models/domain/table_commit.h"

namespace tidemark {

// What is known of a table before its metadata is read; empty: not known.
struct ReadRules {
  std::string writer;
  std::string topic;
  std::string group;
  std::string connector;
  std::string control_topic;
  std::string branch = "main";
  std::optional<OffsetRule> offsets;
  std::string known_head;  // the newest version that was told already
  bool carried = false;    // wants what the newest versions carry
};

// What a version, or the table itself, carries under keys.
struct Carried {
  std::string version;  // empty: the table's properties
  std::optional<LakeTime> at;
  Members members;
};

struct TableVersion {
  TableCommit commit;                            // with ranges where the metadata itself has source offsets
  std::map<std::int32_t, std::int64_t> control;  // by partition of the writer's own log; empty: not noted
  std::optional<SourceOffsets> sources;
  std::optional<CheckpointNote> checkpoint;
  std::optional<std::int64_t> added_data_files;
  std::optional<std::int64_t> added_delete_files;
  std::optional<std::int64_t> files, files_before;  // data files in the table with it, and without it
  std::optional<std::int64_t> sequence;             // of the table's commits, from 1; not told by all formats
};

// What it notes is offsets, or leads to such.
inline bool notes_offsets(const TableVersion& version) {
  return version.sources || version.checkpoint || !version.control.empty();
}

// That no version is missing between the two: by the parent's name, else by what the later one found in the table.
inline bool follows(const TableVersion& later, const TableVersion& earlier) {
  if (later.commit.parent_id) return *later.commit.parent_id == earlier.commit.snapshot_id;
  return later.files_before && later.files_before == earlier.files;
}

// The marks of a table and how they were found.
struct TableMarks {
  std::map<TopicPartition, Known<std::int64_t>> durable;
  std::map<std::string, std::vector<CommitRange>> ranges;  // by version
  std::set<std::string> partial;                           // versions that were committed without all answers
  Evidence evidence = Evidence::unknown;                   // of the ranges
  std::string adapter;                                     // its letter; empty: nothing is said here
  Reason unknown_reason = Reason::ambiguous;               // of marks, where `durable` is empty
  std::string unknown_why;                                 // one sentence; empty: nothing is wrong
  Reason others_reason = Reason::never_polled;             // of partitions that `durable` leaves out
  std::string others_why;                                  // of marks that are not known beside others that are
  std::vector<std::string> announced;                      // as the aspect `announced`
  std::vector<std::string> trouble;                        // as the aspect `trouble`
  std::optional<std::int64_t> checkpoint;                  // as the aspect `checkpoint`
  std::optional<std::int64_t> checkpoints_behind;          // as the aspect `checkpoints-behind`
  PollCost cost;                                           // of finding them
};

struct TableReading {
  // At least this many versions are given, where there are so many; more back to the known head, up to `most`.
  static constexpr std::size_t newest = 100;
  static constexpr std::size_t most = 2'000;
  static constexpr std::size_t most_carried = 5;

  std::string uuid;
  std::string location;
  std::optional<std::string> head;     // none: the table is empty
  std::vector<TableVersion> versions;  // of the commit branch, newest first; then the nearest one with offsets
  std::vector<std::string> branch;     // ids, newest first; all that are there
  std::optional<LakeTime> oldest;      // the last one of them
  bool whole = false;                  // the branch goes back to a first version
  std::vector<std::string> left;       // versions that the branch has left, as the table's own log tells
  std::string writer;                  // as the metadata tells
  std::string control_topic;
  std::string group;
  std::optional<TableMarks> marks;  // where the format itself finds them; else the versions' own offsets tell
  std::string unknown_why;          // why nothing can be said of offsets, one sentence; empty: nothing is wrong
  Reason unknown_reason = Reason::ambiguous;
  std::set<TopicPartition> open;  // of which it is not told whether rows that went with a rollback are there again
  std::string open_why;           // one sentence
  std::string help;               // what would help where the writer notes no offsets, one sentence
  TableFacts facts;
  std::vector<Carried> carried;     // newest first, a few; where it was asked for
  std::vector<std::string> damage;  // parts that could not be read
};

}  // namespace tidemark
