// SPDX-License-Identifier: GPL-3.0-or-later
// NewRecords: what is new in a number of topics: the ends of their logs, and the records from where the last read ended
// on, committed transactions only, within a budget. What a record is for is the caller's. It assigns itself, joins no
// group and commits nothing.
// Thread rule: one thread at a time. Offsets are next offsets; times are those of the records.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "collectors/kafka/calls.h"
#include "collectors/kafka/client_config.h"
#include "collectors/kafka/dead_letter_headers.h"
#include "collectors/kafka/topology.h"
#include "models/domain/time.h"

struct rd_kafka_message_s;

namespace tidemark {

struct ReadBudget {
  std::int64_t records = 10'000;
  std::int64_t bytes = 32 << 20;
  std::chrono::milliseconds time{3'000};
};

struct LogPart {
  std::int64_t floor = 0;
  std::int64_t end = 0;   // of what may be read
  std::int64_t from = 0;  // where reading began
  std::int64_t next = 0;
  bool known = false;       // floor and end, in this call
  std::int64_t first = -1;  // the first record that was read, and its time
  std::optional<BrokerTime> first_time;
};

struct LogTopic {
  std::map<std::int32_t, LogPart> partitions;
  Reason reason = Reason::none;  // why it could not be read in this call
  std::string error;
  bool denied = false;
};

class NewRecords final {
 public:
  // What a client for this needs beside what the profile says.
  static ClientConfig config(ClientConfig of);

  NewRecords(std::unique_ptr<Handle> handle, std::chrono::milliseconds timeout);

  using Topics = std::map<std::string, LogTopic*>;
  // Begins a call: asks for the logs' ends of topics that the topology has.
  void read_ends(const Topics& topics, const Topology& topology, std::stop_token stop);
  // Of each partition that is known [next, end), until the budget is spent; a partition that errs gives its topic
  // the reason. `next` has gone on when a record is taken.
  using Take = std::function<void(const std::string& topic, LogPart& part, const rd_kafka_message_s& message)>;
  void read(const Topics& topics, const ReadBudget& budget, const Take& take);

  const Handle& handle() const { return *handle_; }
  std::int64_t requests() const { return requests_; }
  std::int64_t bytes() const { return bytes_; }

 private:
  void take(const std::string& topic, LogPart& part, const rd_kafka_message_s& message, const Take& take);

  std::unique_ptr<Handle> handle_;
  Pool pool_;
  BrokerHealth health_;
  std::atomic<std::int64_t> requests_ = 0;
  Calls calls_;
  std::int64_t bytes_ = 0;
};

// Valid as long as the message.
std::vector<RecordHeader> headers_of(const rd_kafka_message_s& message);

}  // namespace tidemark
