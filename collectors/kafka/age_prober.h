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
  std::int64_t unread = 0;  // the largest come first when time is short
  Known<AgeResult> result = Reason::not_probed;
  Pace pace = Pace::frugal;  // the prober's own
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
  // After all runs of a sweep: forgets what brackets nothing that was asked for.
  void end_sweep();
  // Some clusters answer every look-up by time with "none".
  LookUp look_up() const { return look_up_; }
  void forget_topic(const std::string& topic) { topics_.erase(topic); }

 private:
  using SteadyTime = std::chrono::steady_clock::time_point;
  struct Times {
    TimeIndex index;
    HighHistory history;
    std::vector<std::int64_t> wanted;  // offsets that were asked for since the last end_sweep()
  };
  struct Probe {
    OffsetQuery query;
    Times* times;
    std::int64_t high;
  };
  Times& times_of(const std::string& topic, std::int32_t partition);
  using Batch = std::vector<AgeQuery*>;
  // Settles what needs no look-up; returns the others, most unread first.
  Batch unsettled(std::vector<AgeQuery>& queries, const Topology& topology, std::int64_t now);
  bool settle(AgeQuery& query, std::int64_t now);
  int run_batch(const Batch& batch, Session& session, std::int64_t now, SteadyTime until, std::stop_token stop);
  std::vector<Probe> probes(const Batch& batch, const Topology& topology, std::int64_t now, int round);
  // False when nothing could be learned.
  bool learn(const std::vector<Probe>& probes, const std::vector<OffsetQuery>& answers);

  std::map<std::string, std::vector<Times>, std::less<>> topics_;
  LookUp look_up_ = LookUp::unknown;
  int runs_missing_ = 0;
};

}  // namespace tidemark
