// SPDX-License-Identifier: GPL-3.0-or-later
// SingleLane: the frame of a source that reads all it has in one lane at one interval: opens the poll, times it, hands
// it over and adapts the interval. What is read is the caller's.
// Thread rule: run(), start(), stop() and destruction from one thread; `read` comes from that or from the poller's.
// Errors of run(): those of `read`; `cancelled` after a stop, then nothing is handed over.
#pragma once

#include "collectors/core/poller.h"

namespace tidemark {

class SingleLane final {
 public:
  // Fills in the poll (due is 1, the bytes count as known) and says how long what is watched was busy with it. The poll
  // is handed over also where there is an error: waiting for what is down is no load on it.
  using Read = std::function<Result<Millis>(const std::stop_token& stop, const Tick& tick, Poll& poll)>;

  SingleLane(SampleSink& sink, const Clock& clock, const LaneSpec& spec, Read read);

  Lane& lane() { return lane_; }
  // Once, in this thread.
  Result<> run(const std::stop_token& stop);
  void start() { poller_.start(); }
  void stop() { poller_.stop(); }

 private:
  Result<Millis> poll(const std::stop_token& stop, const Tick& tick);

  const Clock& clock_;
  const Read read_;
  Lane lane_;
  Poller poller_;  // ends first
};

}  // namespace tidemark
