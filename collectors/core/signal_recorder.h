// SPDX-License-Identifier: GPL-3.0-or-later
// SignalRecorder: the measured signals of one lane, by signal and object. Every living series has a sample in every
// poll, known or with its reason; one that has not been measured for ten polls ends. Values are kept with three
// decimals. Thread rule: one thread at a time.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "collectors/core/lane.h"

namespace tidemark {

struct SignalValue {
  Signal signal;
  Object object;
  std::string unit;
  Known<double> value = Reason::not_probed;
};

class SignalRecorder final {
 public:
  static constexpr int scale10 = 3;
  static constexpr int gone_after = 10;  // polls
  explicit SignalRecorder(Lane& lane) : lane_(lane) {}

  // All that a poll found.
  void put(Poll& poll, const std::vector<SignalValue>& values);
  // A poll that found nothing, and why.
  void put_reason(Poll& poll, Reason reason);

 private:
  struct Series {
    SeriesId id;
    std::string unit;
    int missing = 0;
  };
  using Key = std::pair<Signal, Object>;
  void check_lane();
  SeriesId make(const Key& key, const std::string& unit);

  Lane& lane_;
  LaneId lane_id_ = lane_.id();
  std::map<Key, Series> series_;
};

}  // namespace tidemark
