// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules judge: each path of a timeline with everything that the other analyses say of it, computed once.
// Room-internal. Thread rule: build once, then read from any thread; the snapshot, the profile and the CaseFile must
// outlive its paths. Units: offsets, ms.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "models/analysis/alignment.h"
#include "models/analysis/cadence.h"
#include "models/analysis/connectors.h"
#include "models/analysis/dead_letter_topics.h"
#include "models/analysis/lag_class.h"
#include "models/analysis/marks.h"
#include "models/analysis/members.h"
#include "models/analysis/paths.h"
#include "models/analysis/rules/flow.h"

namespace tidemark {

// w of the rules: this many polls of the object's lane.
inline constexpr std::size_t rule_polls = 10;

struct PartitionCase {
  const LagRow* row = nullptr;
  TopicTraits traits;
  std::vector<MarkPoll> polls;  // ascending, as far back as lag looks

  const TopicPartition& id() const { return row->partition; }
  MarkKeys keys() const { return MarkKeys({row->cluster, row->group, row->partition}); }
  // The last w polls; empty where there are fewer.
  std::span<const MarkPoll> window() const;
  // Records wait for the group: unread, and not only markers or holes.
  bool waits() const { return row->unread_records && *row->unread_records > 0; }
  // The group's offset is the same in all of the window.
  bool flat() const;
};

struct TableCase {
  const TableInfo* table = nullptr;
  const Cadence* cadence = nullptr;
  std::vector<const AlignRow*> rows;  // of the path's topic

  Object object() const { return Object("table:" + table->table.value()); }
  Confidence confidence() const;  // of what its offsets say: high by adapters a to c, else medium
};

// What waits on a path, and why as far as rates and states tell. Empty where nothing waits for longer than the rounds
// in which the group commits explain.
struct Backlog {
  std::vector<const PartitionCase*> late;       // the oldest first
  Known<LocalTime> since = Reason::no_history;  // the oldest record that waits; unknown: longer than is remembered
  std::vector<Regime> produced, read;           // records per second, all partitions together, newest first
  LagEvidence evidence;
  LagJudgement judged{LagClass::current, Confidence::high};

  bool lags() const { return !late.empty(); }
};

// A group that reads again what it had read, or says so.
struct ActiveReplay {
  ClusterName cluster;
  GroupId group;
  TopicName topic;
  LocalTime since;
  bool declared = false;
};

struct CaseFile;

struct PathCase {
  const CaseFile* file = nullptr;
  ClusterName cluster;
  GroupId group;  // empty: no group feeds the table
  TopicName topic;
  const Path* path = nullptr;             // null where group is empty
  const GroupMembers* members = nullptr;  // null where group is empty
  std::vector<PartitionCase> partitions;  // of the group
  std::vector<TableCase> tables;
  const ConnectorRow* connector = nullptr;  // that reads with the group
  Millis round{};                           // in which the group commits, where something waits for it
  Backlog backlog;

  std::string name() const;
  Object object() const;  // the group, else the table
  // How far the path is beyond its promise; the age itself where nothing is promised.
  Known<Millis> over_target() const;
  Known<double> produce_rate() const;  // of the partitions that tell
  std::int64_t unread() const;         // of the partitions that tell
  // Records come, and the oldest unread one waits for longer than 5 min.
  bool unread_grows_long() const;
  // The group is ahead of a table and a commit of it is known to fail.
  bool commits_fail() const;
  // The state of the job that reads with the group, as the profile says: it commits without being a member, so its
  // group is Empty while it runs. Null where the profile names none, or nobody knows it.
  const StateSpan* job() const;
  const StateSpan* job_at(LocalTime at) const;
  bool job_runs() const;
  bool job_ran_at(LocalTime at) const;
};

struct CaseFile {
  CaseFile(const Snapshot& snapshot, LocalTime at, const Filter& filter, const Profile& profile);
  CaseFile(const CaseFile&) = delete;
  CaseFile& operator=(const CaseFile&) = delete;

  const Snapshot& snapshot;
  const LocalTime at;
  const Profile& profile;
  std::map<GroupKey, GroupMembers> groups;
  std::vector<AlignRow> align;
  std::vector<ConnectorRow> connectors;
  std::vector<Path> all_paths;  // those of coordinators and control topics too
  std::deque<TableInfo> tables;
  std::vector<Cadence> cadences;   // of tables[i]
  std::vector<PathCase> cases;     // those that are judged
  std::set<std::string_view> has;  // what the timeline has at all: the names that rules need
  std::map<std::string_view, std::vector<std::size_t>> metrics;  // columns beside the marks, by signal
  std::set<std::pair<ClusterName, std::string>> brokers;         // ids of all that were ever seen
  std::vector<std::size_t> replay_states;                        // states that tell of replays
  std::vector<std::size_t> model_states;                         // … of what a model answers
  std::vector<DeadLetterPlace> dead_letters;                     // those that somebody or headers tell
  std::map<std::pair<ClusterName, TopicName>, std::vector<std::size_t>> dead_letter_marks;  // columns of their ends
  std::vector<ActiveReplay> replays;                                                        // by when they began

  // The path of a group and a topic, coordinators' included; null where it was never seen.
  const Path* find(const ClusterName& cluster, const GroupId& group, const TopicName& topic) const;
  // A state's span now, with its detail; null where there is none.
  const StateSpan* state(const ClusterName& cluster, const Object& object) const {
    return snapshot.state_at(cluster, object, aspect::state, at);
  }

 private:
  void add_paths(const Filter& filter);
  void add_tables(const Filter& filter);
  void note_signals();
  void note_states();
  void note_dead_letters();
  bool is_control(const ClusterName& cluster, const TopicName& topic) const;
};

}  // namespace tidemark
