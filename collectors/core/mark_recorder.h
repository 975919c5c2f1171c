// SPDX-License-Identifier: GPL-3.0-or-later
// MarkRecorder: the series of one lane that belong to partitions, by signal, topic and partition. It keeps their ids,
// so that a poll makes no text for a series it knows, and sees to it that every living series has a sample in every
// poll that concerns it, known or with its reason. It also counts what was due and what was answered. Thread rule: one
// thread at a time.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "collectors/core/lane.h"

namespace tidemark {

class MarkRecorder final {
 public:
  explicit MarkRecorder(Lane& lane) : lane_(lane) {}

  // One value per partition of the topic. `never_polled` makes no sample (and no series): it was not asked for.
  // `counted`: the samples are parts that were due; known or no-commit, they are answered. Uncounted ones are extras:
  // their series begin with the first value that is known, or refused.
  void put(Poll& poll, const Signal& signal, const std::string& topic, std::span<const Known<std::int64_t>> values,
           const std::string& unit, bool counted = true);
  // The same reason for every living series: of one signal, of one signal and topic, or all.
  void put_reason(Poll& poll, const Signal& signal, Reason reason, bool counted = true);
  void put_reason(Poll& poll, const Signal& signal, const std::string& topic, Reason reason, bool counted = false);
  void put_reason(Poll& poll, Reason reason);
  // The series of a topic or of a signal end: they die with the next poll that is recorded.
  void bury_topic(const std::string& topic);
  void bury_signal(const Signal& signal);
  void bury(Poll& poll);  // writes down those that ended
  std::size_t size() const;

 private:
  using ByTopic = std::map<std::string, std::vector<SeriesId>, std::less<>>;
  struct OfSignal {
    std::string unit;
    ByTopic topics;
  };
  // The lane has another id when its interval changed: its series live on under new ids.
  void check_lane();
  SeriesId make(const Signal& signal, const std::string& topic, std::size_t partition, const std::string& unit);
  static void add(Poll& poll, SeriesId id, const Known<std::int64_t>& value, bool counted);

  Lane& lane_;
  LaneId lane_id_ = lane_.id();
  std::map<Signal, OfSignal> series_;
  std::vector<SeriesId> ended_;
};

}  // namespace tidemark
