// SPDX-License-Identifier: GPL-3.0-or-later
// Sweep: one reading of a cluster in the order floor, groups, stable, high, so that no lag comes out negative, and its
// polls: lanes that are due share the times of the sweep, and the lane with the newest marks is handed over first.
// Thread rule: one thread at a time.
#pragma once

#include <array>
#include <mutex>
#include <set>

#include "collectors/core/mark_recorder.h"
#include "collectors/kafka/age_prober.h"
#include "collectors/kafka/residue.h"
#include "collectors/kafka/states.h"

namespace tidemark {

struct SweepPlan {
  bool offsets = false;
  bool floor = false;
  bool idle_groups = false;
  bool last_records = false;
  // How long ages may be searched for: a cold search of tens of thousands of them goes on in the next sweeps, the
  // groups with the most unread records first.
  std::chrono::milliseconds age_budget{1000};
};

struct SweepIntervals {
  Millis offsets{10'000};
  Millis floor{60'000};
  Millis fast{2'000};
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
  // The pinned partitions only; after at least one run().
  void run_fast(std::stop_token stop, const Tick& tick);
  // At most 200. Any thread.
  void pin(std::vector<TopicPartition> partitions);
  bool has_pinned() const;
  // For those who ask the same cluster beside the sweeps: the client and the shape of the newest sweep; null before it.
  // Any thread.
  struct Seen {
    std::shared_ptr<const Handle> handle;
    std::shared_ptr<const Topology> topology;
  };
  Seen seen() const;
  // A sentence for the Sources page under a name of the caller's; empty takes it away. Any thread.
  void set_limit(const std::string& name, std::string sentence);
  bool lists_groups() const { return listing_supported_; }
  // Which topics are compacted. Any thread.
  void set_compacted(std::vector<std::string> topics) {
    if (residues_) residues_->set_compacted(std::move(topics));
  }

 private:
  struct CostMark {
    std::int64_t requests = 0;
    std::int64_t cpu_us = 0;
  };
  CostMark cost_now() const;
  static void charge(SweepLane& lane, const CostMark& before, const CostMark& after);

  std::array<SweepLane*, 5> lanes() { return {&offsets_, &idle_, &last_records_, &floor_, &fast_}; }
  void begin(const Tick& tick, const SweepPlan& plan);
  void finish(const Tick& tick);
  void read_floor();
  void read_groups(std::stop_token stop);
  void read_commits(SweepLane& lane, bool idle);
  void read_marks();
  // Ages of the oldest unread record of every group that is behind, and of the last record of every partition.
  void read_ages(std::stop_token stop, const Tick& tick, std::chrono::milliseconds budget);
  void read_group_ages(SweepLane& lane, bool idle, std::stop_token stop, const Tick& tick,
                       std::chrono::milliseconds budget);
  void read_last_records(std::stop_token stop, const Tick& tick, std::chrono::milliseconds budget);
  void put_ages(SweepLane& lane, const GroupId& group, const std::vector<AgeQuery>& queries);
  // What stands between a group's offset and the log's end where a small gap does not change.
  void put_residues(SweepLane& lane, bool idle);
  void put_states();
  void put_errors();
  std::vector<GroupCommits> fast_commits(const Topology& topology);
  void put_fast_group(const GroupCommits& commits, const std::vector<TopicPartition>& pinned);
  static Millis since(const Tick& tick);
  void put_marks(SweepLane& lane, const Signal& signal, const Marks& marks);
  void put_deleted(SweepLane& lane, const Signal& signal);
  void put_group(SweepLane& lane, const RosterGroup& group);
  void fail_all(const Error& error);
  std::vector<std::string> limits() const;
  void end_topics();
  void ask_unseen(const std::set<std::string>& topics);
  void ask_for_assigned_topics();
  void put_hidden();
  Reason why_missing(const std::string& topic) const;
  bool is_hidden(const std::string& topic) const { return why_missing(topic) == Reason::no_permission; }
  void end_groups();

  const ClusterProfile profile_;
  const SourceSpec source_;
  std::unique_ptr<Session> session_;
  Roster roster_;
  GroupLister lister_;
  std::shared_ptr<const GroupListing> listing_;  // of this sweep
  std::atomic<bool> listing_supported_ = true;
  int sweeps_without_listing_ = 0;
  SweepLane offsets_;
  SweepLane floor_;
  SweepLane idle_;
  SweepLane last_records_;
  SweepLane fast_;
  AgeProber ages_;
  std::unique_ptr<ResidueProber> residues_;  // null where the profile does not allow to read records
  // Small gaps by group and partition: the offsets of the last sweep and how many sweeps in a row they stood so.
  struct SmallGap {
    std::int64_t from = 0;
    std::int64_t to = 0;
    int sweeps = 0;
  };
  std::map<std::string, std::map<TopicPartition, SmallGap>> small_gaps_;
  Marks floors_;            // the newest
  Marks stables_;           // of this sweep
  Marks highs_;             // of this sweep
  Millis until_commits_{};  // from the sweep's time to the end of reading the groups
  bool first_ = true;
  StateRecorder topology_states_;
  StateRecorder group_states_;
  StateRecorder limit_states_;
  std::set<std::int32_t> brokers_;
  int topics_ended_ = 0;                                    // since the clients were made
  std::map<std::string, int, std::less<>> topics_missing_;  // known topics: sweeps in a row without them
  // Topics that the metadata leaves out, and why; without an entry, the cluster was not asked yet.
  std::map<std::string, Reason, std::less<>> unseen_;
  Millis load_{};
  mutable std::mutex mutex_;  // guards what follows
  Seen seen_;
  std::map<std::string, std::string> other_limits_;
  std::vector<TopicPartition> pinned_;
};

}  // namespace tidemark
