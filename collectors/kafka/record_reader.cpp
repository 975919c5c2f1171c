// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/record_reader.h"

#include "collectors/kafka/calls.h"
#include "collectors/kafka/fetching.h"
#include "collectors/kafka/topology.h"

namespace tidemark {
namespace {
constexpr std::chrono::milliseconds slice{100};
constexpr std::chrono::milliseconds patience{10'000};
using SteadyClock = std::chrono::steady_clock;

ClientConfig for_reading(ClientConfig config) {
  for (const auto& [key, value] : std::initializer_list<std::pair<const char*, const char*>>{
           {"enable.partition.eof", "true"}, {"auto.offset.reset", "error"}, {"queued.max.messages.kbytes", "16384"}})
    config.settings.emplace_back(key, value);
  return config;
}

std::unexpected<Error> call_failed(int error, const std::string& where) {
  if (is_denied(error))
    return fail(ErrorCode::denied, error_text(error), where, "allow Read on the topic to this principal");
  return fail(ErrorCode::unreachable, error_text(error), where);
}

std::string name_of(const TopicPartition& tp) { return tp.topic.value() + '/' + std::to_string(tp.partition.value()); }

RecordHead head_of(const rd_kafka_message_t& message) {
  RecordHead head{.offset = message.offset};
  rd_kafka_timestamp_type_t type = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE;
  const std::int64_t time = rd_kafka_message_timestamp(&message, &type);
  if (type != RD_KAFKA_TIMESTAMP_NOT_AVAILABLE && time >= 0) head.time = BrokerTime(Millis(time));
  head.append_time = type == RD_KAFKA_TIMESTAMP_LOG_APPEND_TIME;
  head.deletes = message.key != nullptr && message.payload == nullptr;
  if (message.key != nullptr) head.key = {static_cast<const char*>(message.key), message.key_len};
  return head;
}
}  // namespace

Result<std::unique_ptr<RecordReader>> RecordReader::open(const ClusterProfile& profile, const SecretResolver& secrets) {
  TM_TRY(ClientConfig config, client_config(profile, secrets));
  TM_TRY(auto handle,
         Handle::open(for_reading(std::move(config)), Isolation::read_committed, std::make_shared<TroubleLog>()));
  return std::unique_ptr<RecordReader>(new RecordReader(std::move(handle)));
}

Result<std::int32_t> RecordReader::partitions(const TopicName& topic) {
  TM_TRY(const Topology topology, read_topology(*handle_, {topic.value()}, patience));
  const auto found = topology.topics.find(topic.value());
  if (found == topology.topics.end())
    return fail(ErrorCode::no_data, "the cluster shows no topic \"" + topic.value() + '"', "--topic",
                "see tidemark topics");
  return static_cast<std::int32_t>(found->second.size());
}

Result<RecordReader::Ends> RecordReader::ends(const TopicPartition& partition) {
  Ends ends;
  const auto error =
      rd_kafka_query_watermark_offsets(handle_->get(), partition.topic.value().c_str(), partition.partition.value(),
                                       &ends.floor, &ends.high, static_cast<int>(patience.count()));
  if (error != RD_KAFKA_RESP_ERR_NO_ERROR) return call_failed(error, name_of(partition));
  return ends;
}

Result<std::optional<std::int64_t>> RecordReader::first_at(const TopicPartition& partition, BrokerTime time) {
  const rd::Partitions list(rd_kafka_topic_partition_list_new(1));
  auto* entry =
      rd_kafka_topic_partition_list_add(list.get(), partition.topic.value().c_str(), partition.partition.value());
  entry->offset = std::max<std::int64_t>(0, ms(time));
  const auto error = rd_kafka_offsets_for_times(handle_->get(), list.get(), static_cast<int>(patience.count()));
  if (error != RD_KAFKA_RESP_ERR_NO_ERROR) return call_failed(error, name_of(partition));
  if (entry->err != RD_KAFKA_RESP_ERR_NO_ERROR) return call_failed(entry->err, name_of(partition));
  return entry->offset >= 0 ? std::optional(entry->offset) : std::nullopt;
}

Result<std::int64_t> RecordReader::read(const TopicPartition& partition, std::int64_t from, std::int64_t to,
                                        const ReadBounds& bounds, const std::stop_token& stop, const Take& take) {
  if (from >= to) return from;
  const rd::Queue queue(rd_kafka_queue_new(handle_->get()));
  const Fetching fetching(*handle_, partition, from, queue.get());
  const auto until = SteadyClock::now() + bounds.time;
  std::int64_t next = from;
  for (std::int64_t taken = 0; next < to && taken < bounds.records && SteadyClock::now() < until;) {
    if (stop.stop_requested()) return fail(ErrorCode::cancelled, "stopped");
    const FetchedMessage message(rd_kafka_consume_queue(queue.get(), static_cast<int>(slice.count())));
    if (!message) continue;
    if (message->err == RD_KAFKA_RESP_ERR__PARTITION_EOF) {
      // Whoever reads committed records only is told the end where an open transaction begins.
      next = std::max(next, message->offset);
      break;
    }
    if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR) return call_failed(message->err, name_of(partition));
    // Between two records there are markers, holes and aborted ones only.
    next = std::min(message->offset, to);
    if (message->offset >= to) break;
    ++taken;
    next = message->offset + 1;
    if (!take(head_of(*message))) break;
  }
  return next;
}

}  // namespace tidemark
