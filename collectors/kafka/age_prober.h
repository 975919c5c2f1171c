// SPDX-License-Identifier: GPL-3.0-or-later
// AgeProber: the ages of many records at once. Each round asks every leader for all partitions that are not settled
// yet; one call names a partition once, so several times of one partition travel in parallel calls. What is learned
// serves all groups of the partition and the next sweeps. Thread rule: one thread at a time. Units: ms; ages are
// relative to the `now` of the run.
#pragma once

#include "collectors/kafka/age_search.h"
#include "collectors/kafka/session.h"

namespace tidemark {

struct AgeQuery {
  std::string topic;
  std::int32_t partition = 0;
  std::int64_t offset = 0;  // of the record; below the high mark, at or above the floor
  std::int64_t high = 0;    // read in this sweep, before the run
  Known<AgeResult> result = Reason::not_probed;
};

class AgeProber final {
 public:
  enum class LookUp { unknown, works, missing };

  // The log's end in this sweep: hints for later.
  void observe(const Marks& highs, std::int64_t now);
  // Fills the results. Returns the rounds used. What is not settled within the budget has a wider error or is not
  // probed.
  int run(std::vector<AgeQuery>& queries, Session& session, std::int64_t now, std::chrono::milliseconds budget,
          std::stop_token stop);
  // Some clusters answer every look-up by time with "none".
  LookUp look_up() const { return look_up_; }
  void forget_topic(const std::string& topic) { topics_.erase(topic); }

 private:
  struct Times {
    TimeIndex index;
    HighHistory history;
  };
  struct Probe {
    OffsetQuery query;
    Times* times;
    std::int64_t high;
  };
  Times& times_of(const std::string& topic, std::int32_t partition);
  std::vector<Probe> probes(std::vector<AgeQuery>& queries, const Topology& topology, std::int64_t now, int round);
  // False when nothing could be learned.
  bool learn(const std::vector<Probe>& probes, const std::vector<OffsetQuery>& answers);
  void keep(const std::vector<AgeQuery>& queries);

  std::map<std::string, std::vector<Times>, std::less<>> topics_;
  LookUp look_up_ = LookUp::unknown;
  int runs_missing_ = 0;
};

}  // namespace tidemark
