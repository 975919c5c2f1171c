// SPDX-License-Identifier: GPL-3.0-or-later
// Members: who is in which group at a time, and which partitions each was assigned. Room-internal.
// Thread rule: build once, then read from any thread.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "models/domain/snapshot.h"
#include "models/domain/words.h"

namespace tidemark {

struct Owner {
  std::string member;
  Known<std::string> client_id = Reason::never_polled;
  Known<std::string> host = Reason::never_polled;
};

struct GroupMembers {
  GroupType type = GroupType::unknown;
  Known<std::string> state = Reason::never_polled;  // a new-protocol group is never Dead: that word is not_supported
  Known<LocalTime> state_since = Reason::never_polled;
  // How many; unknown where the client cannot see them (`not_supported` for the new protocol) or nobody asked.
  Known<std::int64_t> count = Reason::never_polled;
  bool assignments_known = false;  // every member's
  std::unordered_map<TopicPartition, Owner> owners;
};

// Whether a live member owns a partition.
Known<bool> owned(const GroupMembers& members, const TopicPartition& tp);

using GroupKey = std::pair<ClusterName, GroupId>;
GroupMembers group_members_at(const Snapshot& snapshot, const GroupKey& key, LocalTime at);
// Every group that a state or a series of the snapshot names.
std::map<GroupKey, GroupMembers> members_at(const Snapshot& snapshot, LocalTime at);

}  // namespace tidemark
