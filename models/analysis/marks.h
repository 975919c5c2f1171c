// SPDX-License-Identifier: GPL-3.0-or-later
// Marks: the marks of one group in one partition at a time, and over the polls of the group's lane. Room-internal.
// Thread rule: none, pure functions.
#pragma once

#include <optional>
#include <vector>

#include "models/analysis/reading.h"
#include "models/domain/words.h"

namespace tidemark {

struct GroupPartition {
  ClusterName cluster;
  GroupId group;
  TopicPartition partition;
  auto operator<=>(const GroupPartition&) const = default;
};

// The series of one group in one partition.
struct MarkKeys {
  explicit MarkKeys(const GroupPartition& of);
  SeriesKey floor, committed, stable, high, residue, age, age_error;
};

// What the topic's configuration and role say of its log.
struct TopicTraits {
  Known<bool> transactional = Reason::never_polled;
  bool compacted = false;
};
TopicTraits traits_at(const Snapshot& snapshot, const ClusterName& cluster, const TopicName& topic, LocalTime at);

// One poll that has data: the group's offset and the high mark are known.
struct MarkPoll {
  LocalTime at;
  std::int64_t committed = 0;
  std::int64_t high = 0;
  std::int64_t readable = 0;  // stable, or high where the stable mark is not known
  bool only_residue = false;  // no readable record stands between committed and high
  std::size_t lane = 0;       // index into Snapshot::lanes
  std::size_t index = 0;      // of the poll in its lane
};
// The lane that speaks for a series: of its newest known sample at or before `at`.
std::optional<std::size_t> lane_of(const Snapshot& snapshot, const SeriesKey& key, LocalTime at);
// Ascending; the polls of the group's lane and its family (lane_family.h) at or before `at`, as far back as the
// snapshot goes, at most `limit`.
std::vector<MarkPoll> mark_polls(const Snapshot& snapshot, const MarkKeys& keys, const TopicTraits& traits,
                                 LocalTime at, std::size_t limit);

// What stands between the group's offset and the high mark where no readable record does: as probed, else where it
// follows from the marks alone: nothing; an open transaction, when the stable mark stood still below the high mark for
// 3 polls and the group has reached it; the marker of the last transaction, when one offset is left of a log that is
// only written in transactions.
Known<Residue> residue_at(const Snapshot& snapshot, const MarkKeys& keys, const TopicTraits& traits, LocalTime at);
inline bool hides_nothing(Residue residue) {
  return residue == Residue::markers || residue == Residue::holes || residue == Residue::open_txn;
}

}  // namespace tidemark
