// SPDX-License-Identifier: GPL-3.0-or-later
// Groups: all groups of a cluster with state, members and assignments, by the cheap sweep (two requests per broker
// whatever the number of groups), checked against ListConsumerGroups (one per broker). The client describes a group of
// the new protocol as "Dead" without members; where the listing says otherwise it is `new`, with members not known.
// Thread rule: list_groups() blocks up to the time-out; any thread. GroupLister: request() and take() from one thread.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "collectors/kafka/handle.h"
#include "models/domain/ids.h"
#include "models/domain/words.h"

namespace tidemark {

struct MemberInfo {
  std::string id;
  std::string client_id;
  std::string host;
  std::optional<std::vector<TopicPartition>> partitions;  // nothing where the assignment cannot be read
};

struct GroupInfo {
  std::string name;
  GroupType type = GroupType::unknown;
  std::string state;     // Kafka's word; empty: not known
  std::string protocol;  // "consumer", "connect", …; empty: not known
  std::int32_t coordinator = -1;
  bool members_known = false;
  std::vector<MemberInfo> members;
};

struct GroupListing {
  bool supported = true;  // false: this cluster cannot list groups
  bool complete = false;  // false: some broker did not answer; a group that is missing may still exist
  bool denied = false;
  std::string error;  // one line; empty when complete
  std::int64_t requests = 0;
  std::vector<GroupInfo> groups;
};

GroupListing list_groups(const Handle& handle, std::size_t brokers, std::chrono::milliseconds timeout);

// Runs list_groups() on a thread of its own, so that a broker that is down delays states, but no offsets.
class GroupLister final {
 public:
  GroupLister();
  ~GroupLister();
  // Starts a listing unless one is running. The handle is shared because a listing may outlive the sweep.
  void request(std::shared_ptr<const Handle> handle, std::size_t brokers, std::chrono::milliseconds timeout);
  // The newest listing not yet taken, waiting for a running one; null when there is none in time.
  std::shared_ptr<const GroupListing> take(std::stop_token stop, std::chrono::milliseconds wait);

 private:
  void work(std::stop_token stop);
  struct Job {
    std::shared_ptr<const Handle> handle;
    std::size_t brokers = 0;
    std::chrono::milliseconds timeout{};
  };
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::optional<Job> job_;
  bool running_ = false;
  std::shared_ptr<const GroupListing> ready_;
  std::jthread thread_;
};

}  // namespace tidemark
