// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/topology.h"

#include <algorithm>
#include <span>

#include "collectors/kafka/calls.h"
#include "collectors/kafka/rd.h"
#include "models/domain/profile.h"

namespace tidemark {
namespace {
constexpr int most_partitions = 200'000;  // of one topic: a hostile answer must not make us allocate

std::vector<std::int32_t> sorted(const std::int32_t* ids, int count) {
  std::vector<std::int32_t> result(ids, ids + std::max(count, 0));
  std::ranges::sort(result);
  return result;
}

std::vector<PartitionInfo> partitions_of(const rd_kafka_metadata_topic_t& topic) {
  std::vector<PartitionInfo> result;
  for (const auto& partition : std::span(topic.partitions, static_cast<std::size_t>(topic.partition_cnt))) {
    if (partition.id < 0 || partition.id >= most_partitions) continue;
    const auto index = static_cast<std::size_t>(partition.id);
    if (result.size() <= index) result.resize(index + 1);
    result[index] = {partition.leader < 0 ? no_leader : partition.leader,
                     sorted(partition.replicas, partition.replica_cnt), sorted(partition.isrs, partition.isr_cnt)};
  }
  return result;
}
}  // namespace

std::size_t Topology::partition_count() const {
  std::size_t count = 0;
  for (const auto& [name, partitions] : topics) count += partitions.size();
  return count;
}

Result<Topology> read_topology(const Handle& handle, const std::vector<std::string>& topic_globs,
                               std::chrono::milliseconds timeout) {
  const rd_kafka_metadata_t* raw = nullptr;
  const auto error = rd_kafka_metadata(handle.get(), 1, nullptr, &raw, static_cast<int>(timeout.count()));
  if (error != RD_KAFKA_RESP_ERR_NO_ERROR) return fail(ErrorCode::unreachable, rd_kafka_err2str(error));
  const rd::Metadata owner(raw);
  Topology topology;
  for (const auto& broker : std::span(raw->brokers, static_cast<std::size_t>(raw->broker_cnt)))
    topology.brokers.push_back({broker.id, std::string(broker.host) + ':' + std::to_string(broker.port)});
  std::ranges::sort(topology.brokers);
  for (const auto& topic : std::span(raw->topics, static_cast<std::size_t>(raw->topic_cnt))) {
    if (topic.err != RD_KAFKA_RESP_ERR_NO_ERROR && topic.err != RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE) continue;
    if (glob_list_match(topic_globs, topic.topic)) topology.topics.emplace(topic.topic, partitions_of(topic));
  }
  return topology;
}

Reason why_unseen(const Handle& handle, const std::string& topic, std::chrono::milliseconds timeout) {
  const rd::Topic named(rd_kafka_topic_new(handle.get(), topic.c_str(), nullptr));
  const rd_kafka_metadata_t* raw = nullptr;
  if (!named || rd_kafka_metadata(handle.get(), 0, named.get(), &raw, static_cast<int>(timeout.count())))
    return Reason::unreachable;
  const rd::Metadata owner(raw);
  for (const auto& answer : std::span(raw->topics, static_cast<std::size_t>(raw->topic_cnt)))
    if (answer.topic == topic && answer.err != RD_KAFKA_RESP_ERR_NO_ERROR) return reason_of(answer.err);
  return Reason::unreachable;
}

}  // namespace tidemark
