// SPDX-License-Identifier: GPL-3.0-or-later
// Session: the two clients of one cluster (high marks and everything else; stable marks), their metadata, and the calls
// that go through them. A client keeps something of every topic it ever saw and may stick to a coordinator that has
// moved; recreate() makes fresh ones.
// Thread rule: one thread at a time (the sweep's); the calls inside use the pool.
#pragma once

#include <functional>
#include <memory>

#include "collectors/kafka/commits.h"
#include "collectors/kafka/offset_reader.h"

namespace tidemark {

using Marks = std::map<std::string, std::vector<Known<std::int64_t>>, std::less<>>;
// `never_polled` where there is no such partition.
Known<std::int64_t> mark_at(const Marks& marks, const std::string& topic, std::size_t partition);

class Session final {
 public:
  static Result<std::unique_ptr<Session>> open(const ClusterProfile& profile, const SecretResolver& secrets);

  // Reads the metadata. The error is one line for a person. The first time it waits up to 10 s for a connection.
  Result<> begin_sweep(std::stop_token stop);
  // For a sweep that goes by the metadata of the last one.
  void begin_fast_sweep(std::stop_token stop);
  std::shared_ptr<const Topology> topology() const { return topology_; }

  Marks floors();
  Marks stables();
  Marks highs();
  // As why_unseen() of the topology.
  Reason why_unseen(const std::string& topic);
  void look_up(std::vector<OffsetQuery>& queries);
  std::vector<GroupCommits> commits(const std::vector<CommitReader::Request>& requests, const Topology& topology,
                                    std::chrono::milliseconds budget);
  // The ends of these partitions only; the others of their topics are `never_polled`.
  Marks some(const std::vector<TopicPartition>& partitions, Isolation isolation);

  std::shared_ptr<const Handle> main() const { return main_; }
  // New clients, unless that was done a short while ago: 20 s, then longer and longer up to 5 min.
  void recreate();
  const ClientConfig& config() const { return config_; }
  const BrokerHealth& health() const { return health_; }
  const TroubleLog& log() const { return *log_; }
  void count_requests(std::int64_t requests) { requests_ += requests; }
  std::int64_t requests() const { return requests_; }
  std::int64_t pool_cpu_us() const { return pool_.cpu_us(); }
  std::chrono::milliseconds call_timeout() const { return health_.call_timeout(); }

 private:
  Session(ClientConfig config, std::vector<std::string> topics, std::chrono::milliseconds timeout);
  Result<> open_handles();
  Result<std::shared_ptr<const Topology>> read_metadata(const Handle& handle, std::chrono::milliseconds timeout);
  Result<> connect(std::stop_token stop);
  Marks read_list(const Handle& handle, bool& refreshed, std::vector<OffsetQuery> queries);
  const Topology* refresh(const Handle& handle, bool& done);
  Marks read_all(const Handle& handle, bool& refreshed, std::int64_t time);

  ClientConfig config_;
  std::vector<std::string> topic_globs_;
  std::shared_ptr<TroubleLog> log_ = std::make_shared<TroubleLog>();
  BrokerHealth health_;
  std::atomic<std::int64_t> requests_ = 0;
  Pool pool_;
  Calls calls_;
  std::shared_ptr<Handle> main_;
  std::shared_ptr<Handle> twin_;           // read_committed
  std::unique_ptr<CommitReader> commits_;  // of main_
  std::shared_ptr<const Topology> topology_ = std::make_shared<const Topology>();
  std::shared_ptr<const Topology> twin_topology_ = topology_;  // what the twin's client knows
  bool ever_connected_ = false;
  bool connected_ = false;       // in the last sweep
  bool main_refreshed_ = false;  // in this sweep, after an error
  bool twin_refreshed_ = false;
  std::chrono::steady_clock::time_point recreated_{};
  std::chrono::seconds recreate_pause_{20};
};

}  // namespace tidemark
