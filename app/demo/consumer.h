// SPDX-License-Identifier: GPL-3.0-or-later
// DemoConsumer: a real consumer of one group and topic that reads at most so many records a second and commits as it
// goes. stall() makes it stop reading while it stays a member of its group, the way a blocked sink looks from outside.
// Thread rule: made and destroyed on one thread; stall() and next() from any; its own thread reads.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "app/demo/client.h"
#include "models/domain/clock.h"
#include "models/domain/ids.h"

namespace tidemark::demo {

class DemoConsumer final {
 public:
  // Commits `from` for the group first, so that reading starts there. The topic's partitions are those of `from`.
  static Result<std::unique_ptr<DemoConsumer>> start(const std::string& bootstrap, const GroupId& group,
                                                     const std::map<TopicPartition, Offset>& from, double max_rate,
                                                     const Clock& clock);
  void stall() { stalled_ = true; }
  // What it reads next, of every partition.
  std::map<TopicPartition, Offset> next() const;

 private:
  DemoConsumer(Client client, std::map<TopicPartition, Offset> from, double max_rate, const Clock& clock);
  void note(const rd_kafka_message_t& message);
  void loop(std::stop_token stop);

  Client client_;
  double max_rate_;
  const Clock& clock_;
  mutable std::mutex mutex_;
  std::map<TopicPartition, Offset> next_;  // guarded by mutex_
  std::atomic<bool> stalled_{false};
  std::jthread thread_;
};

}  // namespace tidemark::demo
