// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/commits.h"

#include <algorithm>
#include <span>

#include "collectors/kafka/rd.h"

namespace tidemark {
namespace {
constexpr std::size_t most_in_flight = 64;
constexpr std::int32_t most_partitions = 200'000;
constexpr std::chrono::milliseconds slice{100};
using SteadyClock = std::chrono::steady_clock;

rd::Partitions all_partitions(const Topology& topology) {
  rd::Partitions list(rd_kafka_topic_partition_list_new(static_cast<int>(topology.partition_count())));
  for (const auto& [name, partitions] : topology.topics)
    for (std::size_t i = 0; i < partitions.size(); ++i)
      rd_kafka_topic_partition_list_add(list.get(), name.c_str(), static_cast<std::int32_t>(i));
  return list;
}

void send(rd_kafka_t* rk, rd_kafka_queue_t* queue, const CommitReader::Request& request,
          const rd_kafka_topic_partition_list_t* partitions, std::size_t index, std::chrono::milliseconds timeout) {
  const auto options =
      rd::admin_options(rk, RD_KAFKA_ADMIN_OP_LISTCONSUMERGROUPOFFSETS, static_cast<int>(timeout.count()));
  // The index travels in the opaque: the answer of each call finds its request by it.
  rd_kafka_AdminOptions_set_opaque(options.get(), reinterpret_cast<void*>(index + 1));  // NOLINT
  const rd::GroupOffsets query(rd_kafka_ListConsumerGroupOffsets_new(request.group.c_str(), partitions));
  rd_kafka_ListConsumerGroupOffsets_t* one = query.get();
  rd_kafka_ListConsumerGroupOffsets(rk, &one, 1, options.get(), queue);
}

void take_partition(const rd_kafka_topic_partition_t& element, const Topology& topology, GroupCommits& commits) {
  if (element.partition < 0 || element.partition >= most_partitions || !topology.topics.contains(element.topic)) return;
  auto& topic = commits.topics[element.topic];
  const auto index = static_cast<std::size_t>(element.partition);
  if (topic.size() <= index) topic.resize(index + 1);
  if (element.err == RD_KAFKA_RESP_ERR_NO_ERROR && element.offset >= 0) topic[index] = element.offset;
}

void take(rd_kafka_event_t* event, const Topology& topology, GroupCommits& commits) {
  const auto failed = [&](int error) {
    commits.reason = reason_of(error);
    commits.error = error;
  };
  if (const auto error = rd_kafka_event_error(event)) return failed(error);
  const auto* result = rd_kafka_event_ListConsumerGroupOffsets_result(event);
  if (result == nullptr) return failed(RD_KAFKA_RESP_ERR__BAD_MSG);
  std::size_t count = 0;
  const auto* groups = rd_kafka_ListConsumerGroupOffsets_result_groups(result, &count);
  if (count != 1) return failed(RD_KAFKA_RESP_ERR__BAD_MSG);
  if (const auto* error = rd_kafka_group_result_error(groups[0])) return failed(rd_kafka_error_code(error));
  commits.reason = Reason::none;
  const auto* list = rd_kafka_group_result_partitions(groups[0]);
  if (list == nullptr) return;
  commits.any_partition = list->cnt > 0;
  for (const auto& element : std::span(list->elems, static_cast<std::size_t>(list->cnt)))
    take_partition(element, topology, commits);
}
}  // namespace

std::size_t GroupCommits::committed_count() const {
  std::size_t count = 0;
  for (const auto& [name, partitions] : topics)
    count += static_cast<std::size_t>(std::ranges::count_if(partitions, [](const auto& p) { return p.has_value(); }));
  return count;
}

std::vector<GroupCommits> CommitReader::read(const std::vector<Request>& requests, const Topology& topology,
                                             std::chrono::milliseconds budget) {
  std::vector<GroupCommits> result(requests.size());
  for (std::size_t i = 0; i < requests.size(); ++i) {
    result[i].group = requests[i].group;
    result[i].reason = Reason::unreachable;
    result[i].error = RD_KAFKA_RESP_ERR__TIMED_OUT;
  }
  const rd::Queue queue(rd_kafka_queue_new(handle_.get()));
  rd::Partitions named;
  if (std::ranges::any_of(requests, &Request::name_partitions)) named = all_partitions(topology);
  const auto until = SteadyClock::now() + budget;
  std::size_t sent = 0, answered = 0;
  while (answered < requests.size() && !calls_.stop.stop_requested() && SteadyClock::now() < until) {
    while (sent < requests.size() && sent - answered < most_in_flight) {
      const bool by_name = requests[sent].name_partitions && named->cnt > 0;
      send(handle_.get(), queue.get(), requests[sent], by_name ? named.get() : nullptr, sent,
           calls_.health.call_timeout());
      calls_.requests.fetch_add(1, std::memory_order_relaxed);
      ++sent;
    }
    const rd::Event event(rd_kafka_queue_poll(queue.get(), static_cast<int>(slice.count())));
    if (!event || rd_kafka_event_type(event.get()) != RD_KAFKA_EVENT_LISTCONSUMERGROUPOFFSETS_RESULT) continue;
    const auto index = reinterpret_cast<std::size_t>(rd_kafka_event_opaque(event.get())) - 1;  // NOLINT
    if (index < result.size()) take(event.get(), topology, result[index]);
    ++answered;
  }
  return result;
}

}  // namespace tidemark
