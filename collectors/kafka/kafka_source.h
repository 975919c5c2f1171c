// SPDX-License-Identifier: GPL-3.0-or-later
// KafkaSource: watches one cluster. It only asks (Metadata, ListOffsets, FindCoordinator, OffsetFetch, ListGroups,
// DescribeGroups, DescribeConfigs; Fetch only where the profile allows to read records), joins no group, creates
// nothing. Thread rule: open(), poll_once(), start(), stop() and destruction from one thread; pin() from any. stop()
// joins within 2 s. Errors: `usage` for a configuration that cannot work; from poll_once() `unreachable` or `denied`,
// one line each.
#pragma once

#include <memory>
#include <stop_token>
#include <vector>

#include "models/domain/clock.h"
#include "models/domain/ids.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"
#include "models/domain/sink.h"

namespace tidemark {

class KafkaSource final {
 public:
  // Does not wait for the network. Clock and sink must outlive the source.
  static Result<std::unique_ptr<KafkaSource>> open(const ClusterProfile& profile, const SecretResolver& secrets,
                                                   const Clock& clock, SampleSink& sink);
  ~KafkaSource();

  // All lanes once, in the right order, in this thread. The polls are handed over also when it fails. A cold search for
  // tens of thousands of ages takes seconds: what is not found within the budget (most unread first) has a wider error,
  // or is not probed; a budget of zero looks none up.
  Result<> poll_once(std::stop_token stop = {}, Millis age_budget = Millis(250));
  void start();
  void stop();
  // Partitions to be read every 2 s beside the ordinary sweeps, at most 200: those someone looks at, those that are
  // late. Replaces the earlier ones.
  void pin(std::vector<TopicPartition> partitions);

 private:
  class Impl;
  explicit KafkaSource(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tidemark
