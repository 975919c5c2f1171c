// SPDX-License-Identifier: GPL-3.0-or-later
// How the cluster's shape and its groups are written as states: brokers, topics, partitions, groups, members.
// Thread rule: one thread at a time.
#pragma once

#include "collectors/core/state_recorder.h"
#include "collectors/kafka/roster.h"

namespace tidemark {

// Every broker, topic and partition of the topology; those that are gone since the last call. `brokers` is what is
// remembered of brokers between calls.
void put_topology(StateRecorder& recorder, Poll& poll, const Topology& topology, std::set<std::int32_t>& brokers);
// State, type, protocol, coordinator and members of the groups of the newest listing, and what each member has. Only a
// complete listing says that a member is gone.
void put_groups(StateRecorder& recorder, Poll& poll, const std::map<std::string, RosterGroup>& groups, bool complete);
// On a cluster that cannot describe groups: what was known of their states and members before no longer holds.
void put_groups_unseen(Poll& poll, const std::map<std::string, RosterGroup>& groups);
void put_group_gone(StateRecorder& recorder, Poll& poll, const std::string& group);
// A list as states are written: one entry a line, sorted.
std::string lines(std::vector<std::string> entries);

}  // namespace tidemark
