// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/new_records.h"

#include <algorithm>

#include "collectors/kafka/fetching.h"
#include "collectors/kafka/offset_reader.h"

namespace tidemark {
namespace {
constexpr std::chrono::milliseconds slice{100};
constexpr std::size_t pool_threads = 4;
using SteadyClock = std::chrono::steady_clock;
}  // namespace

std::vector<RecordHeader> headers_of(const rd_kafka_message_s& message) {
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

ClientConfig NewRecords::config(ClientConfig of) {
  for (const auto& [key, value] :
       std::initializer_list<std::pair<const char*, const char*>>{{"enable.partition.eof", "true"},
                                                                  {"auto.offset.reset", "error"},
                                                                  {"fetch.wait.max.ms", "100"},
                                                                  {"fetch.max.bytes", "8388608"},
                                                                  {"max.partition.fetch.bytes", "1048576"},
                                                                  {"queued.max.messages.kbytes", "8192"}})
    of.settings.emplace_back(key, value);
  return of;
}

NewRecords::NewRecords(std::unique_ptr<Handle> handle, std::chrono::milliseconds timeout)
    : handle_(std::move(handle)), pool_(pool_threads), health_(timeout), calls_{pool_, health_, requests_, {}} {}

// One client that reads committed records only is told the last stable offset as a log's end.
void NewRecords::read_ends(const Topics& topics, const Topology& topology, std::stop_token stop) {
  calls_.stop = std::move(stop);
  health_.begin_sweep();
  std::vector<OffsetQuery> queries;
  for (const auto& [name, topic] : topics) {
    topic->reason = Reason::none;
    const auto& partitions = topology.topics.find(name)->second;
    // A topic may be made anew with fewer.
    std::erase_if(topic->partitions, [&](const auto& one) { return one.first >= std::ssize(partitions); });
    for (std::size_t i = 0; i < partitions.size(); ++i) {
      const auto id = static_cast<std::int32_t>(i);
      topic->partitions[id].known = false;
      queries.push_back({name, id, partitions[i].leader, log_start, 0});
      queries.push_back({name, id, partitions[i].leader, log_end, 1});
    }
  }
  OffsetReader(*handle_, calls_, [] { return nullptr; }).read(queries);
  for (std::size_t i = 0; i + 1 < queries.size(); i += 2) {
    LogTopic& topic = *topics.find(std::string(queries[i].topic))->second;
    const Known<std::int64_t>& floor = queries[i].answer;
    const Known<std::int64_t>& end = queries[i + 1].answer;
    if (!floor || !end) {
      topic.reason = !floor ? floor.reason() : end.reason();
      topic.error = "its offsets cannot be read";
      topic.denied = topic.reason == Reason::no_permission;
      continue;
    }
    LogPart& part = topic.partitions[queries[i].partition];
    part.floor = *floor;
    part.end = *end;
    part.known = true;
  }
}

void NewRecords::read(const Topics& topics, const ReadBudget& budget, const Take& taken_by) {
  struct Place {
    LogTopic* topic;
    LogPart* part;
  };
  std::map<TopicPartition, Place> places;
  for (const auto& [name, topic] : topics)
    for (auto& [id, part] : topic->partitions)
      if (part.known && part.next < part.end) places[{TopicName(name), PartitionId(id)}] = {topic, &part};
  if (places.empty()) return;
  const rd::Queue queue(rd_kafka_queue_new(handle_->get()));
  std::map<TopicPartition, Fetching> fetching;
  for (const auto& [place, of] : places) fetching.try_emplace(place, *handle_, place, of.part->next, queue.get());
  const auto until = SteadyClock::now() + budget.time;
  const std::int64_t bytes_before = bytes_;
  for (std::int64_t taken = 0; !places.empty() && !calls_.stop.stop_requested() && SteadyClock::now() < until;) {
    const FetchedMessage message(rd_kafka_consume_queue(queue.get(), static_cast<int>(slice.count())));
    if (!message || message->rkt == nullptr) continue;
    const TopicPartition place{TopicName(rd_kafka_topic_name(message->rkt)), PartitionId(message->partition)};
    const auto found = places.find(place);
    if (found == places.end()) continue;
    const auto [topic, part] = found->second;
    if (message->err == RD_KAFKA_RESP_ERR_NO_ERROR) {
      take(place.topic.value(), *part, *message, taken_by);
      if (++taken >= budget.records || bytes_ - bytes_before >= budget.bytes) return;
    } else if (message->err == RD_KAFKA_RESP_ERR__PARTITION_EOF) {
      part->next = std::max(part->next, message->offset);
    } else {
      topic->reason = reason_of(message->err);
      topic->error = error_text(message->err);
      topic->denied = is_denied(message->err);
    }
    if (topic->reason == Reason::none && part->next < part->end && message->err != RD_KAFKA_RESP_ERR__PARTITION_EOF)
      continue;
    places.erase(found);
    fetching.erase(place);
  }
}

void NewRecords::take(const std::string& topic, LogPart& part, const rd_kafka_message_s& message,
                      const Take& taken_by) {
  if (message.offset < part.next) return;
  part.next = message.offset + 1;
  bytes_ += static_cast<std::int64_t>(message.len + message.key_len);
  for (const RecordHeader& header : headers_of(message)) bytes_ += static_cast<std::int64_t>(header.value.size());
  if (part.first < 0) {
    part.first = message.offset;
    rd_kafka_timestamp_type_t type = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE;
    const std::int64_t time = rd_kafka_message_timestamp(&message, &type);
    if (type != RD_KAFKA_TIMESTAMP_NOT_AVAILABLE && time >= 0) part.first_time = BrokerTime(Millis(time));
  }
  taken_by(topic, part, message);
}

}  // namespace tidemark
