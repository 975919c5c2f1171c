// SPDX-License-Identifier: GPL-3.0-or-later
// Journey: when one record was produced, became readable, was passed by each group and came into each table (there it
// is queryable at once), from when the marks went by it and from the table's commit that has it.
// A record that deletes its key is applied in a sink from when the sink, asked for that key, no longer has it.
// A mark passes offset o when it becomes larger than o; the time is the straight line between the two polls around it,
// its error the distance between them.
// Use: load a snapshot around the time, journey_offset() gives the offset (of --time), journey_keys() what to look for;
// load again with these as SnapshotRequest::crossings, then journey_rows(). Crossings inside the snapshot's own columns
// are found without asking. Thread rule: none, pure functions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/analysis/lag.h"

namespace tidemark {

struct JourneyStage {
  Stage stage = Stage::produced;
  Known<LocalTime> at = Reason::no_history;
  Known<Millis> error = Reason::no_history;
  Evidence evidence = Evidence::unknown;
  std::string ref;  // the group's name; the table's, with the snapshot where a commit is known to have it
};

struct JourneyRow {
  ClusterName cluster;
  TopicPartition partition;
  Offset offset;
  std::vector<JourneyStage> stages;  // produced, readable, the groups by name, then of each table two
  bool somewhere = false;            // in the topic: nobody knows the partition and the offset
};

// What the record itself says of its time.
struct RecordTime {
  LocalTime at;
  bool append_time = false;  // the broker's clock; else the producer's
};

struct JourneyRequest {
  ClusterName cluster;
  TopicPartition partition;
  std::optional<Offset> offset;
  std::optional<LocalTime> time;     // without an offset: the first record that was produced after this time
  std::optional<RecordTime> record;  // tells when it was produced where no history does
  std::string deletes;               // the key that the record deletes; empty: it is no such record, or nobody knows
};

// The offset asked for: `no-history` where the snapshot has no two samples of the high mark around the time.
Known<Offset> journey_offset(const Snapshot& snapshot, const JourneyRequest& request);
// Every crossing that the stages need, for the groups that the snapshot knows in the partition.
std::vector<CrossingKey> journey_keys(const Snapshot& snapshot, const JourneyRequest& request, Offset offset);
JourneyRow journey_row(const Snapshot& snapshot, const JourneyRequest& request, Offset offset);
// `further`: where the record went from there (hop_journey.h).
Document journey_document(const Snapshot& snapshot, LocalTime at, const JourneyRequest& request, Offset offset,
                          const std::vector<JourneyRow>& further = {});

}  // namespace tidemark
