// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/producer.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tidemark::demo {
namespace {
constexpr Millis tick{100};
constexpr int flush_ms = 10'000;
constexpr std::int64_t batch_per_tick = 200;
}  // namespace

DemoProducer::DemoProducer(Client client, const Clock& clock) : client_(std::move(client)), clock_(clock) {}

Result<std::unique_ptr<DemoProducer>> DemoProducer::make(const std::string& bootstrap, const Clock& clock) {
  TM_TRY(Client client, make_client(RD_KAFKA_PRODUCER, {{"bootstrap.servers", bootstrap},
                                                        {"client.id", "demo-producer"},
                                                        {"linger.ms", "20"},
                                                        {"compression.type", "lz4"},
                                                        {"queue.buffering.max.messages", "1000000"}}));
  return std::unique_ptr<DemoProducer>(new DemoProducer(std::move(client), clock));
}

Result<> DemoProducer::send(const TopicPartition& tp, std::int64_t count) {
  for (std::int64_t i = 0; i < count;) {
    const auto error = rd_kafka_producev(client_.get(), RD_KAFKA_V_TOPIC(tp.topic.value().c_str()),
                                         RD_KAFKA_V_PARTITION(tp.partition.value()), RD_KAFKA_V_END);
    if (error == RD_KAFKA_RESP_ERR__QUEUE_FULL) {
      rd_kafka_poll(client_.get(), 10);
      continue;
    }
    if (error) return fail(ErrorCode::internal, rd_kafka_err2str(error), "demo producer");
    ++i;
  }
  return {};
}

Result<> DemoProducer::fill(const std::map<TopicPartition, Offset>& ends, std::stop_token stop) {
  constexpr std::int64_t slice = 100'000;
  for (const auto& [tp, end] : ends)
    for (std::int64_t sent = 0; sent < end.value(); sent += slice) {
      if (stop.stop_requested()) return fail(ErrorCode::cancelled, "stopped", "demo");
      TM_CHECK(send(tp, std::min(slice, end.value() - sent)));
      rd_kafka_poll(client_.get(), 0);
    }
  if (const auto error = rd_kafka_flush(client_.get(), flush_ms))
    return fail(ErrorCode::internal, rd_kafka_err2str(error), "demo producer");
  return {};
}

void DemoProducer::run(std::map<TopicPartition, double> rates) {
  rates_ = std::move(rates);
  thread_ = std::jthread([this](std::stop_token stop) { loop(stop); });
}

void DemoProducer::burst(const TopicName& topic, double factor, Millis length) {
  const std::lock_guard lock(mutex_);
  bursts_[topic] = {factor, clock_.mono() + length};
}

void DemoProducer::pause(const TopicName& topic) {
  const std::lock_guard lock(mutex_);
  paused_.insert(topic);
}

void DemoProducer::resume(const TopicName& topic) {
  const std::lock_guard lock(mutex_);
  paused_.erase(topic);
}

void DemoProducer::batch(const TopicName& topic, std::int64_t records) {
  const std::lock_guard lock(mutex_);
  batches_[topic] += records;
}

// What a tick sends of the batches.
std::map<TopicPartition, std::int64_t> DemoProducer::batches_due() {
  const std::lock_guard lock(mutex_);
  std::map<TopicPartition, std::int64_t> due;
  for (auto& [topic, left] : batches_) {
    std::vector<TopicPartition> partitions;
    for (const auto& [tp, rate] : rates_)
      if (tp.topic == topic) partitions.push_back(tp);
    if (partitions.empty()) continue;
    const std::int64_t now = std::min(left, batch_per_tick);
    left -= now;
    const auto count = static_cast<std::int64_t>(partitions.size());
    for (std::int64_t i = 0; i < count; ++i)
      due[partitions[static_cast<std::size_t>(i)]] = now / count + (i < now % count ? 1 : 0);
  }
  return due;
}

double DemoProducer::factor(const TopicName& topic, MonoTime now) {
  const std::lock_guard lock(mutex_);
  if (paused_.contains(topic)) return 0;
  const auto it = bursts_.find(topic);
  return it != bursts_.end() && now < it->second.until ? it->second.factor : 1.0;
}

void DemoProducer::loop(std::stop_token stop) {
  std::map<TopicPartition, double> owed;
  MonoTime last = clock_.mono();
  while (clock_.wait(stop, tick)) {
    const MonoTime now = clock_.mono();
    const double seconds = static_cast<double>((now - last).count()) / 1000.0;
    last = now;
    for (const auto& [tp, rate] : rates_) {
      double& debt = owed[tp];
      debt += rate * factor(tp.topic, now) * seconds;
      const double whole = std::floor(debt);
      if (!send(tp, static_cast<std::int64_t>(whole))) return;
      debt -= whole;
    }
    for (const auto& [tp, count] : batches_due())
      if (!send(tp, count)) return;
    rd_kafka_poll(client_.get(), 0);
  }
}

}  // namespace tidemark::demo
