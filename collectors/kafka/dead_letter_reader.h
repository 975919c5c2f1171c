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

#include "collectors/kafka/dead_letter_tally.h"
#include "collectors/kafka/new_records.h"

namespace tidemark {

struct DeadLetterTopic : LogTopic {
  DeadLetterTally tally;
  // At most; holes and markers count.
  std::int64_t unread() const;
  // Of the oldest record that is still there: not-applicable where there is none, unknown where it was not read.
  Known<BrokerTime> oldest() const;
};

class DeadLetterReader final {
 public:
  static constexpr std::int64_t first_records = 10'000;  // of a topic

  DeadLetterReader(std::unique_ptr<Handle> handle, std::chrono::milliseconds timeout)
      : records_(std::move(handle), timeout) {}

  // Those that the topology has; what is kept of others is forgotten. A topic that is not `asserted` is read no further
  // once a thousand of its records had no header of a family.
  struct Wanted {
    std::string topic;
    bool asserted = false;
    auto operator<=>(const Wanted&) const = default;
  };
  void read(const std::set<Wanted>& topics, const Topology& topology, const ReadBudget& budget, std::stop_token stop);
  const std::map<std::string, DeadLetterTopic>& topics() const { return topics_; }
  const NewRecords& records() const { return records_; }

 private:
  void begin(DeadLetterTopic& topic, bool is_new);

  NewRecords records_;
  std::map<std::string, DeadLetterTopic> topics_;
};

}  // namespace tidemark
