// SPDX-License-Identifier: GPL-3.0-or-later
// DeclaredReplay: what somebody said of a replay: which group reads which range of a topic again, why, with whose
// approval, and which groups must not suffer from it. Value type; no thread rule. Units: offsets, local ms.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/domain/ids.h"
#include "models/domain/time.h"

namespace tidemark {

struct DeclaredReplay {
  std::string name;
  LocalTime at;  // from when on it may begin
  std::string author;
  ClusterName cluster;  // empty: any that has the group
  GroupId group;
  TopicName topic;
  std::map<PartitionId, std::int64_t> from;  // empty: as it turns out
  std::map<PartitionId, std::int64_t> to;    // exclusive; empty: to live
  std::string reason;
  std::string approver;
  std::string throttle;
  std::string idempotency;  // why reading twice does no harm
  std::vector<GroupId> protect;
  std::optional<LocalTime> finished;  // said to be, by somebody
  std::string outcome;
  bool operator==(const DeclaredReplay&) const = default;
};

}  // namespace tidemark
