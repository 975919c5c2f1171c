// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that judge a connector from its states and its group. Room-internal; pure functions.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/analysis/connector_states.h"
#include "models/analysis/connectors.h"
#include "models/analysis/members.h"

namespace tidemark {

struct SinkMember {
  std::string id;
  std::string client_id;
  std::string host;  // without the leading '/'
  Known<std::vector<std::string>> partitions = Reason::never_polled;
  LocalTime since;
};

// The consumer group of a sink as its cluster shows it.
struct SinkGroup {
  GroupMembers state;
  std::vector<SinkMember> members;                // where state.count is known
  Known<LocalTime> since = Reason::never_polled;  // of the list of members
  bool own_client_id = false;                     // named by the connector: tasks cannot be told apart
};

SinkGroup sink_group(const Snapshot& snapshot, const ClusterName& cluster, const GroupId& group,
                     const ConnectState::Connector& connector, LocalTime at);
// Members that carry the task's client id.
std::vector<const SinkMember*> members_of_task(const SinkGroup& group, const std::string& connector, std::int64_t task);

// What a rule found.
struct JudgedConnector {
  Known<Judged> judged = Judged::ok;
  Known<LocalTime> since = Reason::never_polled;
  std::string why;
};

struct JudgeInput {
  const Snapshot& snapshot;
  const ConnectState& connect;
  const std::string& name;
  const ConnectState::Connector& connector;
  ClusterName cluster;
  const SinkGroup* group = nullptr;  // of a sink whose group is named
  GroupId group_id;
  Known<bool> workers_rebalance = Reason::never_polled;
  LocalTime at;
};

JudgedConnector judge(const JudgeInput& input);
// Whether the one group of protocol "connect" of a cluster rebalances; unknown where there are none or several.
Known<bool> workers_rebalance(const Snapshot& snapshot, const ClusterName& cluster, LocalTime at);

}  // namespace tidemark
