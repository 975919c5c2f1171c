// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/consumer.h"

#include <algorithm>
#include <set>

namespace tidemark::demo {
namespace {
struct DestroyList {
  void operator()(rd_kafka_topic_partition_list_t* list) const { rd_kafka_topic_partition_list_destroy(list); }
};
using PartitionList = std::unique_ptr<rd_kafka_topic_partition_list_t, DestroyList>;

PartitionList list_of(const std::map<TopicPartition, Offset>& offsets) {
  PartitionList list(rd_kafka_topic_partition_list_new(static_cast<int>(offsets.size())));
  for (const auto& [tp, offset] : offsets)
    rd_kafka_topic_partition_list_add(list.get(), tp.topic.value().c_str(), tp.partition.value())->offset =
        offset.value();
  return list;
}

PartitionList topics_of(const std::map<TopicPartition, Offset>& offsets) {
  std::set<TopicName> topics;
  for (const auto& [tp, offset] : offsets) topics.insert(tp.topic);
  PartitionList list(rd_kafka_topic_partition_list_new(static_cast<int>(topics.size())));
  for (const TopicName& topic : topics)
    rd_kafka_topic_partition_list_add(list.get(), topic.value().c_str(), RD_KAFKA_PARTITION_UA);
  return list;
}
}  // namespace

DemoConsumer::DemoConsumer(Client client, std::map<TopicPartition, Offset> from, double max_rate, const Clock& clock)
    : client_(std::move(client)), max_rate_(max_rate), clock_(clock), next_(std::move(from)) {}

std::map<TopicPartition, Offset> DemoConsumer::next() const {
  const std::lock_guard lock(mutex_);
  return next_;
}

void DemoConsumer::note(const rd_kafka_message_t& message) {
  const TopicPartition tp{TopicName(rd_kafka_topic_name(message.rkt)), PartitionId(message.partition)};
  const std::lock_guard lock(mutex_);
  next_.insert_or_assign(tp, Offset(message.offset + 1));
}

Result<std::unique_ptr<DemoConsumer>> DemoConsumer::start(const std::string& bootstrap, const GroupId& group,
                                                          const std::map<TopicPartition, Offset>& from, double max_rate,
                                                          const Clock& clock) {
  TM_TRY(Client client, make_client(RD_KAFKA_CONSUMER, {{"bootstrap.servers", bootstrap},
                                                        {"client.id", group.value()},
                                                        {"group.id", group.value()},
                                                        {"auto.commit.interval.ms", "500"},
                                                        {"max.poll.interval.ms", "86400000"},
                                                        {"fetch.wait.max.ms", "100"},
                                                        {"queued.max.messages.kbytes", "1024"},
                                                        {"auto.offset.reset", "earliest"}}));
  rd_kafka_poll_set_consumer(client.get());
  if (const auto error = rd_kafka_commit(client.get(), list_of(from).get(), 0))
    return fail(ErrorCode::internal, rd_kafka_err2str(error), "demo consumer " + group.value());
  if (const auto error = rd_kafka_subscribe(client.get(), topics_of(from).get()))
    return fail(ErrorCode::internal, rd_kafka_err2str(error), "demo consumer " + group.value());
  std::unique_ptr<DemoConsumer> consumer(new DemoConsumer(std::move(client), from, max_rate, clock));
  consumer->thread_ = std::jthread([self = consumer.get()](std::stop_token stop) { self->loop(stop); });
  return consumer;
}

void DemoConsumer::loop(std::stop_token stop) {
  double allowance = 0;
  MonoTime last = clock_.mono();
  while (!stop.stop_requested()) {
    const MonoTime now = clock_.mono();
    allowance += max_rate_ * static_cast<double>((now - last).count()) / 1000.0;
    allowance = std::min(allowance, max_rate_);
    last = now;
    if (stalled_ || allowance < 1) {
      clock_.wait(stop, Millis(50));
      continue;
    }
    if (rd_kafka_message_t* message = rd_kafka_consumer_poll(client_.get(), 100)) {
      if (!message->err) {
        allowance -= 1;
        note(*message);
      }
      rd_kafka_message_destroy(message);
    }
  }
  rd_kafka_consumer_close(client_.get());
}

}  // namespace tidemark::demo
