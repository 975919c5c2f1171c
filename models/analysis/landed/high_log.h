// SPDX-License-Identifier: GPL-3.0-or-later
// HighLog: where the log of one partition ended, by the samples of all lanes that read it: between which two offsets it
// ended at a time. Room-internal. Thread rule: none; const use from any thread. Units: offsets.
#pragma once

#include <optional>
#include <vector>

#include "models/domain/snapshot.h"

namespace tidemark {

class HighLog final {
 public:
  HighLog(const Snapshot& snapshot, const ClusterName& cluster, const TopicPartition& partition);

  bool empty() const { return samples_.empty(); }
  // The end that was read last before `at`, and the one that was read first after it.
  std::optional<std::int64_t> before(LocalTime at) const;
  std::optional<std::int64_t> after(LocalTime at) const;
  std::optional<LocalTime> first_read() const;
  // It was read after `at`, or so shortly before that nothing was missed.
  bool reaches(LocalTime at) const;
  // It was seen to appear: its lane was read before and did not have it. It began empty then.
  bool appeared() const { return appeared_; }
  // The log was made anew, or cut: its offsets mean two things.
  bool fell() const { return fell_; }

 private:
  struct Taken {
    LocalTime begin, end;
    std::int64_t value = 0;
    Millis interval{};
  };
  std::vector<Taken> samples_;  // ascending
  bool appeared_ = false;
  bool fell_ = false;
};

}  // namespace tidemark
