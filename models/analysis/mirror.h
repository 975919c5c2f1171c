// SPDX-License-Identifier: GPL-3.0-or-later
// Mirrors: how far each partition of a mirrored topic is on the target, where each group would begin there if it moved
// now, and what it would read again or miss. Below 0 of what is read again is what is missed.
// What is certain: where an offset sync stands, an offset of the source is one of the target. Between two of them every
// record of the target is at least one offset of the source, so a position between them has bounds, and where as many
// offsets are between them on both sides it is exact. That holds as long as nothing is written twice since the sync (a
// task that starts again writes a sync first) and, beyond the last sync, where the profile says that the mirror writes
// without transactions, whose markers would be counted. A link keeps offsets, as the profile says: all is
// exact, or where what is seen contradicts that, unknown.
// Thread rule: none, pure functions. Units: offsets, ms.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/document.h"
#include "models/analysis/lag.h"
#include "models/domain/profile.h"

namespace tidemark {

enum class MirrorVerdict : std::uint8_t {
  aligned,         // nothing is read again or missed; of a partition: everything is on the target
  may_reread,      // at most so much
  rereads,         // at least so much
  may_miss,        // or reads again, nobody knows
  misses,          // at least so much is passed over
  not_translated,  // nothing says where it would begin: its auto.offset.reset would
  behind,          // of a partition: at least so much is not on the target
  may_be_behind,   // of a partition: at most so much is not
  offsets_differ,  // a link that keeps no offsets: the target has more than the source
  unknown,
};
std::string_view word(MirrorVerdict verdict);

// From what to what a number may be, both included.
struct Between {
  Known<std::int64_t> least = Reason::never_polled;
  Known<std::int64_t> most = Reason::never_polled;
  static Between unknown(Reason reason) { return {reason, reason}; }
  Known<std::int64_t> exact() const;  // `ambiguous` where the two differ
};

struct MirrorRow {
  std::string mirror;
  ClusterName source;
  ClusterName target;
  TopicPartition partition;  // on the source
  TopicName target_topic;
  Known<std::int64_t> source_end = Reason::never_polled;
  Known<std::int64_t> target_end = Reason::never_polled;
  Between gap;                                    // offsets of the source whose records are not on the target
  Known<GroupId> group = Reason::not_applicable;  // of a row that is about one
  Known<std::int64_t> group_offset = Reason::not_applicable;     // on the source
  Known<std::int64_t> translated = Reason::not_applicable;       // by the mirror's last checkpoint of it
  Known<std::int64_t> translated_from = Reason::not_applicable;  // what the group's offset was then
  Known<std::int64_t> committed = Reason::not_applicable;        // by the group on the target
  Known<std::int64_t> starts_at = Reason::not_applicable;  // where it has committed, else where the checkpoint says
  std::string starts_by;                                   // committed | checkpoint
  Between reread;
  Known<Millis> checkpoint_age = Reason::not_applicable;
  Known<Millis> heartbeat_age = Reason::never_polled;
  MirrorVerdict verdict = MirrorVerdict::unknown;
};

SnapshotRequest mirror_request(LocalTime at);
// By mirror, topic and partition: one row without a group, then one for each group that reads it on the source or has a
// checkpoint. Filters are of the source's topics.
std::vector<MirrorRow> mirror_rows(const Snapshot& snapshot, LocalTime at, const Profile& profile,
                                   const Filter& filter = {});
Document mirror_document(const Snapshot& snapshot, LocalTime at, const Profile& profile, const Filter& filter = {});
// Each group with each of its topics as a whole: what it would read again and miss if it moved now, worst first.
Document cutover_document(const Snapshot& snapshot, LocalTime at, const Profile& profile, const Filter& filter = {});

}  // namespace tidemark
