// SPDX-License-Identifier: GPL-3.0-or-later
// Review facts: what a timeline says of the rows of a card, object by object, as values that can be kept: minutes that
// were late, holes between commits, layers that were seen. A review rule judges them, now or in a year. The names of
// objects are those of documents ("path:orders", "table:lake.orders"), with the cluster before a path's where there are
// several.
// Thread rule: none, pure functions. Units: ms, whole minutes, records; of a fact's name where it says so.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "models/analysis/alignment.h"
#include "models/analysis/dead_letters.h"
#include "models/analysis/freshness.h"
#include "models/analysis/groups.h"
#include "models/analysis/ledger.h"
#include "models/analysis/replay/replay.h"
#include "models/analysis/schemas.h"
#include "models/analysis/topics.h"
#include "models/domain/connection.h"
#include "models/domain/review.h"

namespace tidemark {

using Facts = std::vector<Fact>;

// Minutes of paths, gathered from windows in any order.
class FreshnessFacts final {
 public:
  explicit FreshnessFacts(Millis window) : window_(window), slices_(window) {}
  // `rows` are those of the window that `snapshot` holds.
  void add(const Snapshot& snapshot, const std::vector<FreshnessRow>& rows);
  // Of the paths of `now`: good, bad and unknown minutes of the whole window, also before the history begins; and of
  // those in which what came in a burst could be late: in which at least twice as much as in the median minute came,
  // and after it for as long as the target.
  Facts facts(const std::vector<FreshnessRow>& now) const;
  bool any_burst(const std::vector<FreshnessRow>& now) const;

 private:
  using Produced = std::map<std::int64_t, std::int64_t>;  // by minute
  std::vector<std::int64_t> burst_minutes(const FreshnessRow& row) const;

  Millis window_;
  SliceBook slices_;
  std::map<std::string, Produced> produced_;  // by cluster and topic
};

// Whose the paths are and which runbooks their owners have.
Facts scope_facts(const std::vector<FreshnessRow>& paths, const Profile& profile);
// How far back each path can read again, and what was read again.
Facts replay_facts(const Snapshot& snapshot, LocalTime at, const std::vector<FreshnessRow>& paths,
                   const Profile& profile, const std::vector<ReplayRow>& replays);
// How the commits of each table follow on each other, and what stands in it now.
Facts table_facts(const std::vector<LedgerRow>& ledger, const std::vector<AlignRow>& now,
                  const std::vector<DeclaredReplay>& declared);
Facts dead_letter_facts(const std::vector<DeadLetterRow>& rows, const Profile& profile);
Facts storage_facts(const std::vector<FreshnessRow>& paths, const std::vector<TopicRow>& topics, LocalTime at);
// `told`: a profile with clusters; null: how they are spoken to is not known.
Facts governance_facts(const std::vector<RegistryRow>& registries, const Profile* told, const Filter& filter);
// Of endpoints that were asked: how each is protected, for how long its certificate holds, how we sign in.
Facts boundary_facts(const std::vector<CheckedEndpoint>& checked, LocalTime at, const Filter& filter);
// Of the eight layers of a pipeline: how much of what was due in the window of `polls` was answered by those who tell
// of it. `now` has the newest samples and states.
Facts layer_facts(const Snapshot& now, const Snapshot& polls, LocalTime at);
Facts compatibility_facts(const Snapshot& snapshot, LocalTime at, const std::vector<GroupRow>& groups,
                          const std::vector<TopicRow>& topics);
// What drives the cost, as far as it is measured of all topics; no prices.
Facts cost_facts(const std::vector<TopicRow>& topics, const std::vector<LedgerRow>& ledger, LocalTime from,
                 LocalTime at);
// What a proof wants to have been seen.
struct ConditionsSeen {
  bool burst = false;
  Known<bool> replay = false;
  bool failure = false;
};
Facts condition_facts(const Snapshot& snapshot, const std::vector<TopicRow>& topics, const ConditionsSeen& seen);
// Whether a broker was gone, or one of the connectors or a task of theirs failed; of all where none is named.
bool any_failure(const Snapshot& states, LocalTime at, const std::set<std::string>& connectors);
// Parts answered of those due, of what tells of clusters and tables; what lies before the history was not answered.
Known<double> review_coverage(const Snapshot& polls, LocalTime from, LocalTime at, const Filter& filter);
// Polls and states without samples.
SnapshotRequest review_polls_request(LocalTime from, LocalTime at);
// The newest samples and states of everything.
SnapshotRequest review_now_request(LocalTime at);

}  // namespace tidemark
