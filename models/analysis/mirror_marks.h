// SPDX-License-Identifier: GPL-3.0-or-later
// How far a mirror has come in one partition of its source: below `done` everything is on the target for certain.
// Of a link that is the end of the target's log, unless what is seen says that it keeps no offsets. Of MirrorMaker 2 it
// follows from its last offset sync, which is sparse, and what the target has beyond it: every record there is at least
// one offset of the source. That holds as long as nothing is written twice since the sync (a task that starts again
// writes a sync first, so ends of logs are taken that were read before it) and where the profile says that it writes
// without transactions, whose markers would be counted. Room-internal. Thread rule: none, pure functions. Units:
// offsets; all are next offsets.
#pragma once

#include <vector>

#include "models/analysis/marks.h"
#include "models/domain/profile.h"

namespace tidemark {

// The topic of the target that a topic of the source is mirrored to, and back; empty where it is none of the mirror's.
TopicName mirrored_name(const MirrorProfile& mirror, const TopicName& source);
TopicName mirror_source_name(const MirrorProfile& mirror, const TopicName& target);

struct MirrorSync {
  std::int64_t source = 0;
  std::int64_t target = 0;
  LocalTime at;  // when it was read
};

struct MirrorMark {
  Known<std::int64_t> done = Reason::never_polled;
  // Where no offset of the source is without its record (not compacted, not transactional), nothing beyond is there.
  bool exact = false;
  LocalTime at;  // when it was read
  std::optional<MirrorSync> sync;
};

// That a link keeps offsets is what the profile says. It is not so where the target has offsets that the source, read
// later, had not: somebody else writes there, or the topic began anew on one side.
bool keeps_no_offsets(const Snapshot& snapshot, const MirrorProfile& mirror, const TopicPartition& partition,
                      LocalTime at);

MirrorMark mirror_mark(const Snapshot& snapshot, const MirrorProfile& mirror, const TopicPartition& source,
                       LocalTime at);
// A position on the source and the one on the target: what is below the one is below the other, both ways.
struct MirrorPoint {
  std::int64_t source = 0;
  std::int64_t target = 0;
};
// Those that offset syncs tell of, ascending in both: the newest, and older ones that the snapshot still holds. The
// ends of both logs are the last, where as much is between them and the last sync on both sides.
std::vector<MirrorPoint> mirror_points(const Snapshot& snapshot, const MirrorProfile& mirror,
                                       const TopicPartition& source, LocalTime at);
// Whether every offset of the target beyond a sync is a record, as the profile says.
bool counts_records(const MirrorProfile& mirror);
// Whether every offset of a topic's log is a record: known, and neither compacted nor transactional.
bool is_plain(const Snapshot& snapshot, const ClusterName& cluster, const TopicName& topic, LocalTime at);

}  // namespace tidemark
