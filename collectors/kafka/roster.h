// SPDX-License-Identifier: GPL-3.0-or-later
// Roster: what is remembered of every group between sweeps: how it is asked, whether it moves, whether it still exists.
// Groups that are Empty and unmoved for 12 polls go to the idle lane when that lane is polled, so that no poll misses
// them; a group that is missing is only gone after 3
// whole listings without it, because a listing may be short in silence. Thread rule: one thread at a time.
#pragma once

#include <set>

#include "collectors/kafka/commits.h"
#include "collectors/kafka/groups.h"

namespace tidemark {

struct RosterGroup {
  GroupInfo info;
  bool named = false;       // by the profile, without a wildcard
  bool listed = false;      // ever
  bool in_listing = false;  // in the newest one
  int missing = 0;          // whole listings without it, in a row
  int unmoved = 0;          // polls without a change of any offset, in a row
  int failed = 0;           // polls without an answer, in a row
  GroupCommits commits;     // the newest answer
  std::map<std::string, std::vector<bool>, std::less<>> ever_committed;

  bool idle = false;  // in the idle lane
  // Nothing where there is no such assignment. By partition.
  std::map<std::string, std::vector<bool>, std::less<>> assigned() const;
};

class Roster final {
 public:
  explicit Roster(const std::vector<std::string>& globs);

  void apply(const GroupListing& listing);
  void apply(GroupCommits commits);
  // Before the offsets are read. Groups that wake leave the idle lane at once.
  void assign_lanes(bool idle_is_polled);
  std::vector<CommitReader::Request> due(bool idle) const;
  // Those of `asked` whose empty answer may only mean that the broker knows no "all partitions".
  std::vector<CommitReader::Request> ask_again_by_name(const std::vector<GroupCommits>& answers);
  // Removes and returns the groups that are gone.
  std::vector<std::string> take_gone();
  void forget_topic(const std::string& topic);
  const std::map<std::string, RosterGroup>& groups() const { return groups_; }
  // Some coordinator has not answered for two polls: the client may be stuck with one that has moved.
  bool coordinator_stuck() const;

 private:
  std::vector<std::string> globs_;
  std::map<std::string, RosterGroup> groups_;
  std::set<std::string> by_name_;  // groups that must be asked by partition
  bool all_partitions_works_ = false;
};

}  // namespace tidemark
