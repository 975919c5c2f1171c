// SPDX-License-Identifier: GPL-3.0-or-later
// DemoProducer: a real producer. First it fills partitions up to given end offsets as fast as it can, then it keeps a
// rate per topic until it is destroyed; a burst multiplies one topic's rate for a while, a batch is so many records in
// its place. Thread rule: fill() on the caller's thread before run(); the rest from any thread; its own thread sends.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>

#include "app/demo/client.h"
#include "models/domain/clock.h"
#include "models/domain/ids.h"

namespace tidemark::demo {

class DemoProducer final {
 public:
  static Result<std::unique_ptr<DemoProducer>> make(const std::string& bootstrap, const Clock& clock);

  // Records without payload until every partition ends at its offset; `stop` ends it early with `cancelled`.
  Result<> fill(const std::map<TopicPartition, Offset>& ends, std::stop_token stop);
  // From now on, `rates` records per second per partition.
  void run(std::map<TopicPartition, double> rates);
  void burst(const TopicName& topic, double factor, Millis length);
  // Nothing but the topic's batches until resume().
  void pause(const TopicName& topic);
  void resume(const TopicName& topic);
  // Exactly so many records more, as fast as a second allows, spread over the topic's partitions.
  void batch(const TopicName& topic, std::int64_t records);

 private:
  DemoProducer(Client client, const Clock& clock);
  Result<> send(const TopicPartition& tp, std::int64_t count);
  void loop(std::stop_token stop);
  double factor(const TopicName& topic, MonoTime now);
  std::map<TopicPartition, std::int64_t> batches_due();

  struct Burst {
    double factor = 1;
    MonoTime until;
  };
  Client client_;
  const Clock& clock_;
  std::map<TopicPartition, double> rates_;
  std::mutex mutex_;
  std::map<TopicName, Burst> bursts_;          // guarded by mutex_
  std::set<TopicName> paused_;                 // guarded by mutex_
  std::map<TopicName, std::int64_t> batches_;  // records to come; guarded by mutex_
  std::jthread thread_;
};

}  // namespace tidemark::demo
