// SPDX-License-Identifier: GPL-3.0-or-later
// Commits: the committed offsets of many groups, one call per group with a bounded number in flight. A group that fails
// or is forbidden blanks itself only. Brokers before 2.4 (and the built-in cluster) answer "all partitions" with
// nothing: then the partitions are named. Thread rule: one read at a time. An offset is the next one to read.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "collectors/kafka/calls.h"
#include "collectors/kafka/topology.h"

struct rd_kafka_queue_s;

namespace tidemark {

// By partition number; nothing where the group has no commit.
using PartitionCommits = std::vector<std::optional<std::int64_t>>;

struct GroupCommits {
  std::string group;
  Reason reason = Reason::none;  // not none: nothing is known of this group
  int error = 0;                 // librdkafka's, with `reason`
  bool any_partition = false;    // the answer named at least one partition, of whatever topic
  std::map<std::string, PartitionCommits, std::less<>> topics;  // of the profile only
  std::size_t committed_count() const;
};

class CommitReader final {
 public:
  CommitReader(std::shared_ptr<const Handle> handle, Calls& calls);
  ~CommitReader();

  struct Request {
    std::string group;
    bool name_partitions = false;  // ask for every partition of `topology` by name
  };
  // One answer per request, in the same order. Every answer came after the call began. A group whose last call is still
  // under way is not asked again.
  std::vector<GroupCommits> read(const std::vector<Request>& requests, const Topology& topology,
                                 std::chrono::milliseconds budget);

 private:
  struct Reading;
  void drop_late_answers();
  void send(const Request& request, const Topology& topology);
  void take(Reading& reading, std::chrono::milliseconds wait);

  std::shared_ptr<const Handle> handle_;
  Calls& calls_;
  rd_kafka_queue_s* queue_;
  std::uintptr_t next_id_ = 1;
  std::map<std::uintptr_t, std::string> by_id_;  // calls under way
  std::set<std::string> under_way_;              // their groups
};

}  // namespace tidemark
