// SPDX-License-Identifier: GPL-3.0-or-later
// Headroom: how long until retention reaches the oldest unread record of a group: the smaller of retention - age and of
// what the floor's own slope says. Room-internal. Thread rule: none, pure function. Units: ms.
#pragma once

#include "models/analysis/age.h"

namespace tidemark {

// not-applicable where nothing is unread or the topic deletes nothing by time or size.
Known<Millis> headroom_at(const Snapshot& snapshot, const GroupPartition& of, const MarkKeys& keys, const Age& age,
                          LocalTime at);
// `retention.ms` of a topic: not-applicable where it is unlimited or the topic is only compacted.
Known<Millis> retention_at(const Snapshot& snapshot, const ClusterName& cluster, const TopicName& topic, LocalTime at);

}  // namespace tidemark
