// SPDX-License-Identifier: GPL-3.0-or-later
// Replays as the marks and people tell of them. Found: a group's offset fell in a log that is still the same, or a
// group is new and begins at the first record of a log that holds more than it can have missed. Falls of one group in
// one topic belong to one replay until that is through. Declared ones take the found replay that they speak of. No
// replays: a topic made anew (its high mark or its floor fell too, or its log ends before where the group was), and an
// offset that is back at the next poll (a late commit). Room-internal. Thread rule: none, pure functions. Units:
// offsets.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "models/analysis/lag.h"
#include "models/analysis/replay/line.h"
#include "models/domain/replay.h"

namespace tidemark {

struct ReplayPart {
  std::optional<std::int64_t> from;  // none: not known
  std::optional<std::int64_t> to;    // exclusive; none: to live
  LocalTime since;                   // when its offset was last seen to have fallen
};

struct FoundReplay {
  ClusterName cluster;
  GroupId group;
  TopicName topic;
  std::optional<DeclaredReplay> declared;
  bool begun = false;
  std::optional<LocalTime> begun_lo;  // the poll before
  LocalTime begun_at;
  bool late = false;  // declared after it began
  std::map<PartitionId, ReplayPart> parts;

  bool to_live() const;
  bool operator<(const FoundReplay& other) const;
};

// Of a partition: where it began to read again.
struct ReplayStart {
  LocalTime lo, hi;
  std::int64_t from = 0;
  std::optional<std::int64_t> to;  // where the group was; none: it is new
};
std::vector<ReplayStart> replay_starts(const Snapshot& snapshot, const ClusterName& cluster, const GroupId& group,
                                       const TopicPartition& partition, LocalTime until);

// Whether there may be any, by the group's offsets alone.
bool may_have_begun(const Snapshot& snapshot, const ClusterName& cluster, const GroupId& group,
                    const TopicPartition& partition, LocalTime until);

// When a partition was through: its offset reached `to`, or what was readable three polls before.
std::optional<LocalTime> through_at(const Snapshot& snapshot, const FoundReplay& replay, PartitionId partition,
                                    LocalTime until);

// Those that are declared and those that began at or before `at`, by cluster, group, topic and time. What is declared
// for a later time than `at` is so for `at`.
std::vector<FoundReplay> find_replays(const Snapshot& snapshot, const std::vector<DeclaredReplay>& declared,
                                      LocalTime at, const Filter& filter);

}  // namespace tidemark
