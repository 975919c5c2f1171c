// SPDX-License-Identifier: GPL-3.0-or-later
// DeadLetterReader: reads what is new in dead-letter topics, committed transactions only, and counts why the records
// are there. Of a topic that is met for the first time the newest records are read; then each call goes on where the
// last one ended, within its budget. Of a record only headers and timestamp are looked at; nothing of its key and value
// is kept. It assigns itself, joins no group and commits nothing.
// Thread rule: one thread at a time. Offsets are next offsets; times are those of the records.
#pragma once

#include <chrono>
#include <memory>
#include <set>
#include <stop_token>

#include "collectors/kafka/calls.h"
#include "collectors/kafka/dead_letter_tally.h"
#include "collectors/kafka/topology.h"
#include "models/domain/time.h"

struct rd_kafka_message_s;

namespace tidemark {

struct DeadLetterBudget {
  std::int64_t records = 10'000;
  std::int64_t bytes = 32 << 20;
  std::chrono::milliseconds time{3'000};
};

struct DeadLetterPartition {
  std::int64_t floor = 0;
  std::int64_t end = 0;   // of what may be read
  std::int64_t from = 0;  // where reading began
  std::int64_t next = 0;
  bool known = false;       // floor and end, in this call
  std::int64_t first = -1;  // the first record that was read, and its time
  std::optional<BrokerTime> first_time;
};

struct DeadLetterTopic {
  DeadLetterTally tally;
  std::map<std::int32_t, DeadLetterPartition> partitions;
  Reason reason = Reason::none;  // why it could not be read in this call
  std::string error;
  bool denied = false;
  // At most; holes and markers count.
  std::int64_t unread() const;
  // Of the oldest record that is still there: not-applicable where there is none, unknown where it was not read.
  Known<BrokerTime> oldest() const;
};

class DeadLetterReader final {
 public:
  static constexpr std::int64_t first_records = 10'000;  // of a topic

  DeadLetterReader(std::unique_ptr<Handle> handle, std::chrono::milliseconds timeout);
  ~DeadLetterReader();

  // Those that the topology has; what is kept of others is forgotten. A topic that is not `asserted` is read no further
  // once a thousand of its records had no header of a family.
  struct Wanted {
    std::string topic;
    bool asserted = false;
    auto operator<=>(const Wanted&) const = default;
  };
  void read(const std::set<Wanted>& topics, const Topology& topology, const DeadLetterBudget& budget,
            std::stop_token stop);
  const std::map<std::string, DeadLetterTopic>& topics() const { return topics_; }
  const Handle& handle() const { return *handle_; }
  std::int64_t requests() const { return requests_; }
  std::int64_t bytes() const { return bytes_; }

 private:
  using Places = std::map<TopicPartition, DeadLetterPartition*>;
  void read_ends(const Topology& topology);
  void begin(DeadLetterTopic& topic, bool is_new);
  void fetch(Places places, const DeadLetterBudget& budget, const std::stop_token& stop);
  void take(const rd_kafka_message_s& message, DeadLetterTopic& topic, DeadLetterPartition& partition);

  std::unique_ptr<Handle> handle_;
  Pool pool_;
  BrokerHealth health_;
  std::atomic<std::int64_t> requests_ = 0;
  Calls calls_;
  std::int64_t bytes_ = 0;
  std::map<std::string, DeadLetterTopic> topics_;
};

}  // namespace tidemark
