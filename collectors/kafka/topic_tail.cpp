// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/topic_tail.h"

#include <algorithm>
#include <vector>

#include "collectors/kafka/fetching.h"
#include "collectors/kafka/topology.h"

namespace tidemark {
namespace {
constexpr std::chrono::milliseconds slice{100};
using SteadyClock = std::chrono::steady_clock;

ClientConfig for_tailing(ClientConfig config) {
  for (const auto& [key, value] : std::initializer_list<std::pair<const char*, const char*>>{
           {"enable.partition.eof", "true"},
           {"auto.offset.reset", "earliest"},
           {"queued.max.messages.kbytes", "4096"},
       })
    config.settings.emplace_back(key, value);
  return config;
}

std::span<const std::uint8_t> bytes(const void* data, std::size_t size) {
  return {static_cast<const std::uint8_t*>(data), data == nullptr ? 0 : size};
}
}  // namespace

struct TopicTail::Reading {
  rd::Queue queue;
  std::map<std::int32_t, Fetching> partitions;  // ends first
};

TopicTail::TopicTail(std::unique_ptr<Handle> handle, std::string topic)
    : topic_(std::move(topic)),
      pool_(1),
      health_(default_call_timeout),
      calls_{pool_, health_, requests_, {}},
      handle_(std::move(handle)),
      commits_(std::make_unique<CommitReader>(handle_, calls_)) {}

TopicTail::~TopicTail() = default;

Result<std::unique_ptr<TopicTail>> TopicTail::open(const ClusterProfile& profile, const SecretResolver& secrets,
                                                   std::string topic) {
  TM_TRY(ClientConfig config, client_config(profile, secrets));
  TM_TRY(auto handle,
         Handle::open(for_tailing(std::move(config)), Isolation::read_committed, std::make_shared<TroubleLog>()));
  return std::unique_ptr<TopicTail>(new TopicTail(std::move(handle), std::move(topic)));
}

Reason TopicTail::begin() {
  const auto topology = read_topology(*handle_, {topic_}, health_.call_timeout());
  if (!topology) return Reason::unreachable;
  const auto found = topology->topics.find(topic_);
  if (found == topology->topics.end()) return why_unseen(*handle_, topic_, health_.call_timeout());
  auto reading = std::make_unique<Reading>();
  reading->queue.reset(rd_kafka_queue_new(handle_->get()));
  for (std::size_t i = 0; i < found->second.size(); ++i) {
    const auto partition = static_cast<std::int32_t>(i);
    std::int64_t low = 0, high = 0;
    const auto error = rd_kafka_query_watermark_offsets(handle_->get(), topic_.c_str(), partition, &low, &high,
                                                        static_cast<int>(health_.call_timeout().count()));
    if (error != RD_KAFKA_RESP_ERR_NO_ERROR) return reason_of(error);
    const auto next = next_.find(partition);
    if (next != next_.end() && next->second > high) ++restarts_, next_.clear(), begins_.clear(), ends_.clear();
    const auto first = std::max(low, high - most_records);
    begins_.try_emplace(partition, first);
    const auto from = std::max(next_.try_emplace(partition, first).first->second, low);
    reading->partitions.try_emplace(partition, *handle_, TopicPartition{TopicName(topic_), PartitionId(partition)},
                                    from, reading->queue.get());
  }
  reading_ = std::move(reading);
  return Reason::none;
}

void TopicTail::end() {
  reading_.reset();
  ends_.clear();
}

bool TopicTail::at_end() const {
  return std::ranges::all_of(next_, [this](const auto& next) {
    const auto end = ends_.find(next.first);
    return end != ends_.end() && next.second >= end->second;
  });
}

Known<bool> TopicTail::read(std::chrono::milliseconds budget, std::stop_token stop, const Take& take) {
  if (!reading_)
    if (const Reason why = begin(); why != Reason::none) return why;
  const auto until = SteadyClock::now() + budget;
  while (!stop.stop_requested() && SteadyClock::now() < until) {
    const FetchedMessage message(rd_kafka_consume_queue(reading_->queue.get(), static_cast<int>(slice.count())));
    if (!message) {
      if (at_end()) return true;
      continue;
    }
    auto& next = next_[message->partition];
    switch (message->err) {
      case RD_KAFKA_RESP_ERR_NO_ERROR:
        if (message->offset < next) {  // the topic was made anew
          end();
          ++restarts_;
          next_.clear();
          begins_.clear();
          return false;
        }
        next = message->offset + 1;
        if (const auto end = ends_.find(message->partition); end != ends_.end())
          end->second = std::max(end->second, next);
        take({message->partition, message->offset, bytes(message->key, message->key_len),
              bytes(message->payload, message->len), rd_kafka_message_timestamp(message.get(), nullptr)});
        break;
      case RD_KAFKA_RESP_ERR__PARTITION_EOF:
        next = std::max(next, message->offset);
        ends_[message->partition] = next;
        break;
      default: {
        const Reason why = reason_of(message->err);
        end();
        return why;
      }
    }
  }
  return at_end();
}

Known<std::int64_t> TopicTail::end_now(std::int32_t partition) const {
  std::int64_t low = 0, high = 0;
  const auto error = rd_kafka_query_watermark_offsets(handle_->get(), topic_.c_str(), partition, &low, &high,
                                                      static_cast<int>(health_.call_timeout().count()));
  if (error != RD_KAFKA_RESP_ERR_NO_ERROR) return reason_of(error);
  return high;
}

Known<TopicTail::Offsets> TopicTail::committed(const std::string& group, std::stop_token stop) {
  calls_.stop = stop;
  Topology topology;
  auto& partitions = topology.topics[topic_];
  for (const auto& [partition, offset] : next_)
    partitions.resize(std::max(partitions.size(), static_cast<std::size_t>(partition) + 1));
  if (partitions.empty()) return Reason::never_polled;
  const auto answers = commits_->read({{group, true}}, topology, 2 * health_.call_timeout());
  if (answers.front().reason != Reason::none) return answers.front().reason;
  Offsets offsets;
  const auto found = answers.front().topics.find(topic_);
  if (found == answers.front().topics.end()) return offsets;
  for (std::size_t i = 0; i < found->second.size(); ++i)
    if (found->second[i]) offsets[static_cast<std::int32_t>(i)] = *found->second[i];
  return offsets;
}

}  // namespace tidemark
