// SPDX-License-Identifier: GPL-3.0-or-later
// Topology: brokers, topics, leaders, replicas and in-sync replicas, as one Metadata answer says them.
// Thread rule: read_topology() from any thread (it blocks up to the time-out); values are plain.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "collectors/kafka/handle.h"
#include "models/domain/ids.h"
#include "models/domain/known.h"

namespace tidemark {

inline constexpr std::int32_t no_leader = -1;

struct BrokerInfo {
  std::int32_t id = 0;
  std::string host;  // host:port
  auto operator<=>(const BrokerInfo&) const = default;
};

struct PartitionInfo {
  std::int32_t leader = no_leader;
  std::vector<std::int32_t> replicas;  // ascending
  std::vector<std::int32_t> isr;       // ascending
};

using Topics = std::map<std::string, std::vector<PartitionInfo>, std::less<>>;

struct Topology {
  std::vector<BrokerInfo> brokers;  // ascending by id
  Topics topics;                    // those of the profile; the index of a partition is its number
  std::size_t partition_count() const;
};

// Topics that do not match the globs are left out; so are topics that the cluster answers an error for, unless it is
// only that a leader is missing. Error: what the call said; the cause is in the TroubleLog.
Result<Topology> read_topology(const Handle& handle, const std::vector<std::string>& topic_globs,
                               std::chrono::milliseconds timeout);

// Why the metadata of all topics leaves this one out, asked by its name: `deleted`, `no_permission`; `unreachable`
// where the cluster does not say, or shows it by now. Creates nothing. It blocks up to the time-out.
Reason why_unseen(const Handle& handle, const std::string& topic, std::chrono::milliseconds timeout);

}  // namespace tidemark
