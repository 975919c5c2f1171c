// SPDX-License-Identifier: GPL-3.0-or-later
// TopicMap: what the paths over each topic require of it against what is configured: one row for each topic and
// setting. Required is
//   retention.ms          the longest `replay_window` of a class on a path over it, else one day, the headroom below
//                         which is warned; a week of a control topic
//   cleanup.policy        delete, where a class wants to read again (compaction keeps the latest of each key alone),
//   and
//                         of a control topic
//   min.insync.replicas   2, so that what producers were told is safe survives a broker
//   replication           one more than the replicas that must be in sync
//   partitions            as many as members of the largest group that reads this topic alone: the others would idle
// What was not read is unknown, with the reason. Topics that no path runs over have no row.
// Thread rule: none, pure functions. Units: times as text ("7d"), the rest as numbers.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/lag.h"
#include "models/domain/profile.h"

namespace tidemark {

struct TopicNeed {
  ClusterName cluster;
  TopicName topic;
  std::string setting;
  Known<std::string> required = Reason::never_polled;
  Known<std::string> configured = Reason::never_polled;
  Known<bool> met = Reason::never_polled;
  std::vector<std::string> by;  // paths that require it
  std::string why;
};

// Needs what lag_request asks for. What is not met first, then what is unknown, then by topic and setting.
std::vector<TopicNeed> topic_needs(const Snapshot& snapshot, LocalTime at, const Profile& profile = {},
                                   const Filter& filter = {});
// Findings T01 for what is not met.
Document topic_map_document(const Snapshot& snapshot, LocalTime at, const Profile& profile = {},
                            const Filter& filter = {});

}  // namespace tidemark
