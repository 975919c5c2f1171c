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
constexpr int never_ms = 3'600'000;  // the most that the library takes
using SteadyClock = std::chrono::steady_clock;

rd::Partitions all_partitions(const Topology& topology) {
  rd::Partitions list(rd_kafka_topic_partition_list_new(static_cast<int>(topology.partition_count())));
  for (const auto& [name, partitions] : topology.topics)
    for (std::size_t i = 0; i < partitions.size(); ++i)
      rd_kafka_topic_partition_list_add(list.get(), name.c_str(), static_cast<std::int32_t>(i));
  return list;
}

void take_partition(const rd_kafka_topic_partition_t& element, const Topology& topology, GroupCommits& commits) {
  if (element.partition < 0 || element.partition >= most_partitions || !topology.topics.contains(element.topic)) return;
  auto& topic = commits.topics[element.topic];
  const auto index = static_cast<std::size_t>(element.partition);
  if (topic.size() <= index) topic.resize(index + 1);
  if (element.err == RD_KAFKA_RESP_ERR_NO_ERROR && element.offset >= 0) topic[index] = element.offset;
}

void take_answer(rd_kafka_event_t* event, const Topology& topology, GroupCommits& commits) {
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

// One read() while it runs.
struct CommitReader::Reading {
  std::vector<GroupCommits> answers;
  std::map<std::string, std::size_t> waiting;  // groups without an answer: their place
  const Topology& topology;
  std::size_t in_flight = 0;  // of those asked in this read
  SteadyClock::time_point progress = SteadyClock::now();
};

CommitReader::CommitReader(std::shared_ptr<const Handle> handle, Calls& calls)
    : handle_(std::move(handle)), calls_(calls), queue_(rd_kafka_queue_new(handle_->get())) {}

CommitReader::~CommitReader() { rd_kafka_queue_destroy(queue_); }

// Answers to an earlier read say what was true then.
void CommitReader::drop_late_answers() {
  while (const rd::Event event{rd_kafka_queue_poll(queue_, 0)}) {
    const auto call = by_id_.find(reinterpret_cast<std::uintptr_t>(rd_kafka_event_opaque(event.get())));  // NOLINT
    if (call == by_id_.end()) continue;
    under_way_.erase(call->second);
    by_id_.erase(call);
  }
}

void CommitReader::send(const Request& request, const Topology& topology) {
  const auto options = rd::admin_options(handle_->get(), RD_KAFKA_ADMIN_OP_LISTCONSUMERGROUPOFFSETS, never_ms);
  const auto id = next_id_++;
  rd_kafka_AdminOptions_set_opaque(options.get(), reinterpret_cast<void*>(id));  // NOLINT: comes back with the answer
  rd::Partitions named;
  if (request.name_partitions && topology.partition_count() > 0) named = all_partitions(topology);
  const rd::GroupOffsets query(rd_kafka_ListConsumerGroupOffsets_new(request.group.c_str(), named.get()));
  rd_kafka_ListConsumerGroupOffsets_t* one = query.get();
  by_id_[id] = request.group;
  under_way_.insert(request.group);
  rd_kafka_ListConsumerGroupOffsets(handle_->get(), &one, 1, options.get(), queue_);
  calls_.requests.fetch_add(1, std::memory_order_relaxed);
}

void CommitReader::take(Reading& reading, std::chrono::milliseconds wait) {
  const rd::Event event(rd_kafka_queue_poll(queue_, static_cast<int>(wait.count())));
  if (!event || rd_kafka_event_type(event.get()) != RD_KAFKA_EVENT_LISTCONSUMERGROUPOFFSETS_RESULT) return;
  const auto call = by_id_.find(reinterpret_cast<std::uintptr_t>(rd_kafka_event_opaque(event.get())));  // NOLINT
  if (call == by_id_.end()) return;
  if (const auto place = reading.waiting.find(call->second); place != reading.waiting.end()) {
    take_answer(event.get(), reading.topology, reading.answers[place->second]);
    reading.waiting.erase(place);
    reading.progress = SteadyClock::now();
    if (reading.in_flight > 0) --reading.in_flight;
  }
  under_way_.erase(call->second);
  by_id_.erase(call);
}

std::vector<GroupCommits> CommitReader::read(const std::vector<Request>& requests, const Topology& topology,
                                             std::chrono::milliseconds budget) {
  drop_late_answers();
  Reading reading{.answers = std::vector<GroupCommits>(requests.size()), .topology = topology};
  for (std::size_t i = 0; i < requests.size(); ++i) {
    auto& answer = reading.answers[i];
    answer.group = requests[i].group;
    answer.reason = Reason::unreachable;
    answer.error = RD_KAFKA_RESP_ERR__TIMED_OUT;
    reading.waiting.emplace(requests[i].group, i);
  }
  const auto until = SteadyClock::now() + budget;
  const bool some_stuck = !under_way_.empty();
  std::size_t next = 0;
  while (!reading.waiting.empty() && !calls_.stop.stop_requested() && SteadyClock::now() < until) {
    for (; next < requests.size() && reading.in_flight < most_in_flight; ++next) {
      if (under_way_.contains(requests[next].group)) continue;
      send(requests[next], topology);
      ++reading.in_flight;
    }
    const bool only_stuck = some_stuck && reading.in_flight == 0 && next == requests.size();
    const auto patience = only_stuck ? suspect_timeout : calls_.health.call_timeout();
    if (SteadyClock::now() - reading.progress > patience) break;
    take(reading, slice);
  }
  return std::move(reading.answers);
}

}  // namespace tidemark
