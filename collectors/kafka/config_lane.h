// SPDX-License-Identifier: GPL-3.0-or-later
// ConfigLane: the settings of topics and brokers that decide how long data stays, as states "config:KEY", in a slow
// lane of its own. Many topics go in one call, brokers one by one. A cluster that never answers such calls (the
// built-in one) is left alone for half an hour. Thread rule: run() from one thread at a time; supported() from any.
#pragma once

#include <atomic>
#include <set>

#include "collectors/core/lane.h"
#include "collectors/core/state_recorder.h"
#include "collectors/kafka/topology.h"

namespace tidemark {

class ConfigLane final {
 public:
  static constexpr Millis interval = std::chrono::minutes(5);

  ConfigLane(SampleSink& sink, const Clock& clock, const SourceSpec& source)
      : lane_(sink, clock, {source, "configs", interval}) {}

  // Waits for each answer no longer than `patience`.
  void run(std::stop_token stop, const Tick& tick, const Handle& handle, const Topology& topology,
           std::chrono::milliseconds patience);
  bool supported() const { return supported_.load(); }
  // Topics with compaction, as of the newest answer. From the thread of run().
  std::vector<std::string> compacted() const { return {compacted_.begin(), compacted_.end()}; }

 private:
  using Names = std::vector<std::string>;
  // False: no answer.
  bool ask(std::stop_token stop, Poll& poll, const Handle& handle, int kind, const Names& names,
           std::chrono::milliseconds patience);

  Lane lane_;
  StateRecorder states_;
  std::set<std::string> compacted_;
  std::atomic<bool> supported_ = true;
  std::chrono::steady_clock::time_point ask_again_{};
};

}  // namespace tidemark
