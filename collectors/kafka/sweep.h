// SPDX-License-Identifier: GPL-3.0-or-later
// Sweep: one reading of a cluster in the order floor, groups, stable, high, so that no lag comes out negative, and its
// polls: lanes that are due share the times of the sweep, and the lane with the newest marks is handed over first.
// Thread rule: one thread at a time.
#pragma once

#include <set>

#include "collectors/core/mark_recorder.h"
#include "collectors/kafka/session.h"
#include "collectors/kafka/states.h"

namespace tidemark {

struct SweepPlan {
  bool offsets = false;
  bool floor = false;
  bool idle_groups = false;
};

struct SweepIntervals {
  Millis offsets{10'000};
  Millis floor{60'000};
  Millis idle_groups{60'000};
};

// One lane with its recorder and its poll while a sweep runs.
struct SweepLane {
  SweepLane(SampleSink& sink, const Clock& clock, const SourceSpec& source, std::string name, Millis interval)
      : lane(sink, clock, {source, std::move(name), interval}), marks(lane) {}
  Lane lane;
  MarkRecorder marks;
  std::optional<Poll> poll;
};

class Sweep final {
 public:
  Sweep(std::unique_ptr<Session> session, const ClusterProfile& profile, const Clock& clock, SampleSink& sink);

  // The error is why the whole cluster could not be read; its polls are handed over all the same.
  Result<> run(std::stop_token stop, const Tick& tick, const SweepPlan& plan);
  // Of the last run, without what was spent waiting for brokers that are down.
  Millis load() const { return load_; }
  void set_offsets_interval(Millis interval) { offsets_.lane.set_interval(interval); }
  // Sentences for the Sources page.
  std::vector<std::string> limits() const;

 private:
  struct CostMark {
    std::int64_t requests = 0;
    std::int64_t cpu_us = 0;
  };
  CostMark cost_now() const;
  static void charge(SweepLane& lane, const CostMark& before, const CostMark& after);

  void begin(const Tick& tick, const SweepPlan& plan);
  void finish(const Tick& tick);
  void read_floor();
  void read_groups(std::stop_token stop);
  void read_commits(SweepLane& lane, bool idle);
  void read_marks();
  void put_states();
  void put_errors();
  void put_marks(SweepLane& lane, const Signal& signal, const Marks& marks);
  void put_deleted(SweepLane& lane, const Signal& signal);
  void put_group(SweepLane& lane, const RosterGroup& group);
  void fail_all(const Error& error);
  void end_topics();
  void end_groups();

  const ClusterProfile profile_;
  const SourceSpec source_;
  std::unique_ptr<Session> session_;
  Roster roster_;
  GroupLister lister_;
  std::shared_ptr<const GroupListing> listing_;  // of this sweep
  bool listing_supported_ = true;
  int sweeps_without_listing_ = 0;
  SweepLane offsets_;
  SweepLane floor_;
  SweepLane idle_;
  StateRecorder topology_states_;
  StateRecorder group_states_;
  StateRecorder limit_states_;
  std::set<std::int32_t> brokers_;
  std::map<std::string, int, std::less<>> topics_missing_;  // known topics: sweeps in a row without them
  std::chrono::milliseconds waited_{};
  Millis load_{};
};

}  // namespace tidemark
