// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/residue.h"

#include <algorithm>

#include "collectors/kafka/calls.h"
#include "collectors/kafka/fetching.h"

namespace tidemark {
namespace {
constexpr std::size_t most_at_once = 100;
constexpr std::chrono::seconds patience{5};
constexpr int most_reads = 3;
constexpr std::chrono::milliseconds slice{200};
using SteadyClock = std::chrono::steady_clock;

// A read is over within one small fetch.
ClientConfig for_reading(ClientConfig config) {
  for (const auto& [key, value] :
       std::initializer_list<std::pair<const char*, const char*>>{{"enable.partition.eof", "true"},
                                                                  {"fetch.wait.max.ms", "50"},
                                                                  {"max.partition.fetch.bytes", "65536"},
                                                                  {"queued.min.messages", "1"},
                                                                  {"queued.max.messages.kbytes", "256"}})
    config.settings.emplace_back(key, value);
  return config;
}
}  // namespace

ResidueProber::ResidueProber(ClientConfig config)
    : config_(for_reading(std::move(config))), thread_([this](std::stop_token stop) { work(stop); }) {}

ResidueProber::~ResidueProber() = default;

Known<Residue> ResidueProber::answer(const ResidueQuestion& question) {
  const std::lock_guard lock(mutex_);
  const auto [entry, is_new] = answers_.try_emplace(question);
  entry->second.asked = true;
  if (is_new) {
    ++waiting_;
    wake_.notify_all();
  }
  return entry->second.answer;
}

void ResidueProber::forget_unasked() {
  const std::lock_guard lock(mutex_);
  for (auto entry = answers_.begin(); entry != answers_.end();) {
    if (std::exchange(entry->second.asked, false)) {
      ++entry;
      continue;
    }
    waiting_ -= entry->second.waiting;
    entry = answers_.erase(entry);
  }
}

void ResidueProber::set_compacted(std::vector<std::string> topics) {
  const std::lock_guard lock(mutex_);
  compacted_ = std::move(topics);
}

Known<Residue> ResidueProber::at_the_end(const TopicPartition& partition) {
  const std::lock_guard lock(mutex_);
  const bool compacted = std::ranges::find(compacted_, partition.topic.value()) != compacted_.end();
  return compacted ? Residue::holes : Residue::markers;
}

void ResidueProber::put(const ResidueQuestion& question, Known<Residue> answer) {
  const std::lock_guard lock(mutex_);
  const auto entry = answers_.find(question);
  if (entry == answers_.end() || !entry->second.waiting) return;
  if (++entry->second.reads < most_reads && answer == Known<Residue>(Residue::unknown)) return;
  entry->second.answer = answer;
  entry->second.waiting = false;
  --waiting_;
}

ResidueProber::Batch ResidueProber::next_batch() const {
  std::vector<const std::pair<const ResidueQuestion, Entry>*> waiting;
  for (const auto& entry : answers_)
    if (entry.second.waiting) waiting.push_back(&entry);
  std::ranges::stable_sort(waiting, {},
                           [](const auto* e) { return std::pair(e->second.reads, e->first.to - e->first.from); });
  Batch batch;
  for (const auto* entry : waiting) {
    batch.try_emplace(entry->first.partition, entry->first);
    if (batch.size() >= most_at_once) break;
  }
  return batch;
}

void ResidueProber::read(const Handle& handle, Batch batch, std::stop_token stop) {
  const rd::Queue queue(rd_kafka_queue_new(handle.get()));
  std::map<TopicPartition, Fetching> fetching;
  for (const auto& [partition, question] : batch)
    fetching.try_emplace(partition, handle, partition, question.from, queue.get());
  const auto until = SteadyClock::now() + patience;
  while (!batch.empty() && !stop.stop_requested() && SteadyClock::now() < until) {
    const FetchedMessage message(rd_kafka_consume_queue(queue.get(), static_cast<int>(slice.count())));
    if (!message || message->rkt == nullptr) continue;
    const TopicPartition partition{TopicName(rd_kafka_topic_name(message->rkt)), PartitionId(message->partition)};
    const auto found = batch.find(partition);
    if (found == batch.end()) continue;
    if (message->err == RD_KAFKA_RESP_ERR_NO_ERROR)
      put(found->second, Residue::none);
    else if (message->err == RD_KAFKA_RESP_ERR__PARTITION_EOF && message->offset >= found->second.to)
      put(found->second, at_the_end(partition));
    else if (is_denied(message->err))
      put(found->second, Reason::no_permission);
    else
      continue;
    batch.erase(found);
    fetching.erase(partition);
  }
  if (stop.stop_requested()) return;
  for (const auto& [partition, question] : batch) put(question, Residue::unknown);
}

void ResidueProber::work(std::stop_token stop) {
  std::unique_ptr<Handle> handle;
  while (true) {
    Batch batch;
    {
      std::unique_lock lock(mutex_);
      // The reads are rare: between them no connection is kept.
      if (waiting_ == 0 && handle) {
        lock.unlock();
        handle.reset();
        continue;
      }
      if (!wake_.wait(lock, stop, [this] { return waiting_ > 0; })) return;
      batch = next_batch();
    }
    if (stop.stop_requested()) return;
    if (!handle) {
      auto opened = Handle::open(config_, Isolation::read_committed, std::make_shared<TroubleLog>());
      if (!opened)
        return;  // the same settings have opened the source's own clients: there is no memory or no thread left
      handle = std::move(*opened);
    }
    read(*handle, std::move(batch), stop);
  }
}

}  // namespace tidemark
