// SPDX-License-Identifier: GPL-3.0-or-later
// Poller: one thread that calls a sweep when one or more of its lanes are due, all due lanes in one sweep, so that
// lanes of one poller never overlap. A sweep that takes over 20 % of the shortest interval due doubles that interval
// (up to 8 times the configured one); 10 sweeps in a row below 5 % halve it again. Thread rule: start() and stop() from
// one thread; interval() and add() from the sweep or while it is stopped. Units: ms of the monotonic clock. Lanes that
// are late by whole intervals run once, not once per interval.
#pragma once

#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "collectors/core/lane.h"

namespace tidemark {

class Poller final {
 public:
  // Returns the time that counts as load on what is watched: waiting for something that is down is not load and must
  // not slow down the rest.
  using Sweep = std::function<Millis(std::stop_token stop, const Tick& tick, const std::vector<std::size_t>& due)>;

  Poller(const Clock& clock, Sweep sweep);
  ~Poller();

  // Returns the lane's number. Lanes with an interval of zero are never due.
  std::size_t add(Millis interval, Millis phase);
  void start();
  void request_stop();  // so that several can end at once
  void stop();
  // As it is now, after doubling.
  Millis interval(std::size_t lane) const { return lanes_[lane].interval; }
  void set_interval(std::size_t lane, Millis interval);

 private:
  struct Entry {
    Millis configured{};
    Millis interval{};
    MonoTime due;
    int quick = 0;
  };
  void loop(std::stop_token stop);
  void adapt(const std::vector<std::size_t>& due, Millis busy);

  const Clock& clock_;
  Sweep sweep_;
  std::vector<Entry> lanes_;
  std::vector<Millis> phases_;
  std::jthread thread_;
};

}  // namespace tidemark
