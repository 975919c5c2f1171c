// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/dead_letter_reader.h"

#include <algorithm>
#include <vector>

#include "collectors/kafka/fetching.h"
#include "collectors/kafka/offset_reader.h"

namespace tidemark {
namespace {
constexpr std::chrono::milliseconds slice{100};
constexpr std::size_t pool_threads = 4;
constexpr std::int64_t most_unproven = 1'000;  // records
using SteadyClock = std::chrono::steady_clock;

std::vector<RecordHeader> headers_of(const rd_kafka_message_t& message) {
  std::vector<RecordHeader> out;
  rd_kafka_headers_t* headers = nullptr;
  if (rd_kafka_message_headers(&message, &headers) != RD_KAFKA_RESP_ERR_NO_ERROR) return out;
  const char* name = nullptr;
  const void* value = nullptr;
  std::size_t size = 0;
  for (std::size_t i = 0; rd_kafka_header_get_all(headers, i, &name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR; ++i)
    out.push_back({name, {static_cast<const char*>(value), value == nullptr ? 0 : size}});
  return out;
}
}  // namespace

std::int64_t DeadLetterTopic::unread() const {
  std::int64_t sum = 0;
  for (const auto& [id, partition] : partitions)
    sum += std::max<std::int64_t>(0, partition.from - partition.floor) +
           std::max<std::int64_t>(0, partition.end - std::max(partition.next, partition.floor));
  return sum;
}

Known<BrokerTime> DeadLetterTopic::oldest() const {
  Known<BrokerTime> oldest = Reason::not_applicable;
  for (const auto& [id, partition] : partitions) {
    if (partition.end <= partition.floor) continue;
    // Before the first record that was read there may be older ones, or that one may be gone.
    if (partition.from > partition.floor || !partition.first_time || partition.first < partition.floor)
      return Reason::not_probed;
    if (!oldest || *partition.first_time < *oldest) oldest = *partition.first_time;
  }
  return oldest;
}

DeadLetterReader::DeadLetterReader(std::unique_ptr<Handle> handle, std::chrono::milliseconds timeout)
    : handle_(std::move(handle)), pool_(pool_threads), health_(timeout), calls_{pool_, health_, requests_, {}} {}

DeadLetterReader::~DeadLetterReader() = default;

// One client that reads committed records only is told the last stable offset as a log's end.
void DeadLetterReader::read_ends(const Topology& topology) {
  std::vector<OffsetQuery> queries;
  for (auto& [name, topic] : topics_) {
    topic.reason = Reason::none;
    const auto& partitions = topology.topics.find(name)->second;
    for (std::size_t i = 0; i < partitions.size(); ++i) {
      const auto id = static_cast<std::int32_t>(i);
      topic.partitions[id].known = false;
      queries.push_back({name, id, partitions[i].leader, log_start, 0});
      queries.push_back({name, id, partitions[i].leader, log_end, 1});
    }
  }
  OffsetReader(*handle_, calls_, [] { return nullptr; }).read(queries);
  for (std::size_t i = 0; i + 1 < queries.size(); i += 2) {
    DeadLetterTopic& topic = topics_.find(std::string(queries[i].topic))->second;
    const Known<std::int64_t>& floor = queries[i].answer;
    const Known<std::int64_t>& end = queries[i + 1].answer;
    if (!floor || !end) {
      topic.reason = !floor ? floor.reason() : end.reason();
      topic.error = "its offsets cannot be read";
      topic.denied = topic.reason == Reason::no_permission;
      continue;
    }
    DeadLetterPartition& partition = topic.partitions[queries[i].partition];
    partition.floor = *floor;
    partition.end = *end;
    partition.known = true;
  }
}

// Where reading begins in partitions that are new. A log that has become shorter is another one.
void DeadLetterReader::begin(DeadLetterTopic& topic, bool is_new) {
  const auto shorter = [](const auto& entry) { return entry.second.known && entry.second.next > entry.second.end; };
  if (std::ranges::any_of(topic.partitions, shorter)) {
    topic.tally = {};
    for (auto& [id, partition] : topic.partitions)
      partition = {.floor = partition.floor, .end = partition.end, .known = partition.known};
    is_new = true;
  }
  std::int64_t filled = 0;
  for (const auto& [id, partition] : topic.partitions) filled += partition.known && partition.end > partition.floor;
  const std::int64_t share = first_records / std::max<std::int64_t>(1, filled);
  for (auto& [id, partition] : topic.partitions) {
    if (!partition.known) continue;
    if (is_new) partition.from = partition.next = std::max(partition.floor, partition.end - share);
    partition.next = std::max(partition.next, partition.floor);
  }
}

void DeadLetterReader::read(const std::set<Wanted>& wanted, const Topology& topology, const DeadLetterBudget& budget,
                            std::stop_token stop) {
  calls_.stop = stop;
  health_.begin_sweep();
  std::set<std::string> fresh;
  const auto names = [&](const std::string& name) {
    return std::ranges::any_of(wanted, [&](const Wanted& one) { return one.topic == name; });
  };
  std::erase_if(topics_,
                [&](const auto& entry) { return !names(entry.first) || !topology.topics.contains(entry.first); });
  for (const Wanted& one : wanted)
    if (topology.topics.contains(one.topic) && topics_.try_emplace(one.topic).second) fresh.insert(one.topic);
  read_ends(topology);
  Places places;
  for (const Wanted& one : wanted) {
    const auto found = topics_.find(one.topic);
    if (found == topics_.end()) continue;
    DeadLetterTopic& topic = found->second;
    begin(topic, fresh.contains(one.topic));
    if (!one.asserted && !topic.tally.proven() && topic.tally.read() >= most_unproven) continue;
    for (auto& [id, partition] : topic.partitions)
      if (partition.known && partition.next < partition.end)
        places[{TopicName(one.topic), PartitionId(id)}] = &partition;
  }
  if (!places.empty()) fetch(std::move(places), budget, stop);
}

void DeadLetterReader::fetch(Places places, const DeadLetterBudget& budget, const std::stop_token& stop) {
  const rd::Queue queue(rd_kafka_queue_new(handle_->get()));
  std::map<TopicPartition, Fetching> fetching;
  for (const auto& [place, partition] : places)
    fetching.try_emplace(place, *handle_, place, partition->next, queue.get());
  const auto until = SteadyClock::now() + budget.time;
  const std::int64_t bytes_before = bytes_;
  for (std::int64_t taken = 0; !places.empty() && !stop.stop_requested() && SteadyClock::now() < until;) {
    const FetchedMessage message(rd_kafka_consume_queue(queue.get(), static_cast<int>(slice.count())));
    if (!message || message->rkt == nullptr) continue;
    const TopicPartition place{TopicName(rd_kafka_topic_name(message->rkt)), PartitionId(message->partition)};
    const auto found = places.find(place);
    if (found == places.end()) continue;
    DeadLetterPartition& partition = *found->second;
    DeadLetterTopic& topic = topics_.find(place.topic.value())->second;
    if (message->err == RD_KAFKA_RESP_ERR_NO_ERROR) {
      take(*message, topic, partition);
      if (++taken >= budget.records || bytes_ - bytes_before >= budget.bytes) return;
    } else if (message->err == RD_KAFKA_RESP_ERR__PARTITION_EOF) {
      partition.next = std::max(partition.next, message->offset);
    } else {
      topic.reason = reason_of(message->err);
      topic.error = error_text(message->err);
      topic.denied = is_denied(message->err);
    }
    if (topic.reason == Reason::none && partition.next < partition.end &&
        message->err != RD_KAFKA_RESP_ERR__PARTITION_EOF)
      continue;
    places.erase(found);
    fetching.erase(place);
  }
}

void DeadLetterReader::take(const rd_kafka_message_t& message, DeadLetterTopic& topic, DeadLetterPartition& partition) {
  if (message.offset < partition.next) return;
  partition.next = message.offset + 1;
  bytes_ += static_cast<std::int64_t>(message.len + message.key_len);
  const auto headers = headers_of(message);
  for (const RecordHeader& header : headers) bytes_ += static_cast<std::int64_t>(header.value.size());
  if (partition.first < 0) {
    partition.first = message.offset;
    rd_kafka_timestamp_type_t type = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE;
    const std::int64_t time = rd_kafka_message_timestamp(&message, &type);
    if (type != RD_KAFKA_TIMESTAMP_NOT_AVAILABLE && time >= 0) partition.first_time = BrokerTime(Millis(time));
  }
  topic.tally.add(parse_dead_letter(headers), message.partition, message.offset);
}

}  // namespace tidemark
