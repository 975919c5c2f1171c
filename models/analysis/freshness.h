// SPDX-License-Identifier: GPL-3.0-or-later
// Freshness: how stale the end of each path is, against the budget of its class: the consumer's offset (end `group`),
// or what is in a committed snapshot of its table (ends `table` and `queryable`; path_end.h). A path is a pipeline of
// the profile, and each group x topic that no pipeline names (class `unclassified`: no target), but for the groups that
// a sink coordinates itself with. The age of a path is
// the largest over its partitions that hold unread records; idle and drained ones are current, and one whose age is not
// known makes it unknown: it may be the oldest. Slices are whole minutes
// of the window: bad if any sample is above the target by more than its error, unknown if fewer than half of the polls
// are there, else good. Burn rates: share of bad slices over the share that the objective allows. Thread rule: none,
// pure functions. Units: records, ms.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/analysis/hops.h"
#include "models/analysis/slice_book.h"
#include "models/domain/profile.h"

namespace tidemark {

enum class AgeBound : std::uint8_t { measured, at_most, at_least };
std::string_view word(AgeBound bound);

enum class FreshnessBy : std::uint8_t { path, topic, class_name, owner, group };

struct FreshnessRow {
  ClusterName cluster;
  std::string class_name = "unclassified";
  std::string path;  // the pipeline's name, else "GROUP / TOPIC"
  TopicName topic;
  GroupId group;
  Known<TableName> table = Reason::not_applicable;  // that the path feeds; of several the one that is oldest
  std::string end = "group";
  Evidence evidence = Evidence::unknown;   // of the mark at that end
  Known<Millis> age = Reason::no_history;  // of the oldest record that has not reached the end
  Known<Millis> age_error = Reason::no_history;
  AgeBound bound = AgeBound::measured;              // what the age is of it
  Known<Millis> at_least = Reason::no_history;      // of the partitions whose age is known, less its error
  Known<LocalTime> since = Reason::not_applicable;  // late since; without a target: unread since
  Known<Trend> trend = Reason::no_history;          // of the unread records
  Known<Millis> target = Reason::not_applicable;
  Known<double> budget_used = Reason::not_applicable;  // 1 = all of the bad minutes that the objective allows
  Known<std::int64_t> good_slices = Reason::not_applicable;
  Known<std::int64_t> bad_slices = Reason::not_applicable;
  Known<std::int64_t> unknown_slices = Reason::not_applicable;
  SliceRun slices;        // the minutes that were judged, of a path with a target
  double objective = 99;  // percent
  // A long window says how much of the budget is gone, a twelfth of it whether it still goes.
  Known<double> burn_5m = Reason::not_applicable;
  Known<double> burn_30m = Reason::not_applicable;
  Known<double> burn_1h = Reason::not_applicable;
  Known<double> burn_6h = Reason::not_applicable;
  Known<double> burn_3d = Reason::not_applicable;
  Known<TopicPartition> worst_partition = Reason::no_history;
  Known<Stage> where = Reason::not_applicable;  // the first stage that records have not reached; none while current
  std::size_t hops = 1;
  std::vector<std::string> before;                    // of several hops what leads to the last topic: "pg", "raw"
  Known<std::string> hop = Reason::not_applicable;    // of several the one where records wait
  Known<std::int64_t> unread = Reason::never_polled;  // of the known partitions
  std::int64_t known_partitions = 0;
  std::int64_t all_partitions = 0;
  Known<std::int64_t> not_landed = Reason::not_applicable;  // group - table, whatever the end is
  Known<LocalTime> safe_until = Reason::no_history;         // when retention reaches unread records
  Known<std::string> owner = Reason::not_applicable;
  Known<Verdict> verdict = Reason::no_history;      // of the group
  Known<Millis> seen_every = Reason::never_polled;  // how often the mark at that end is polled

  bool ends_at_table() const { return end != "group"; }
  // Whether the age, where it is only a bound, tells on which side of a target it is.
  bool decides(Millis limit) const {
    return bound == AgeBound::measured || (bound == AgeBound::at_most && age && *age <= limit);
  }
};

// What `now` needs of a timeline for an answer at `at`.
SnapshotRequest freshness_request(LocalTime at, const Filter& filter = {});
// `now` is what freshness_request() asks for; without marks of tables, ends at tables are `never-polled`. Slices, burn
// rates and `since` come from `history`, where it is given: what freshness_history() asks for, over the window that is
// wanted (3 days for all three burn rates); else from `now`. `hops`: the promised_ends() of the same profile, walked at
// `at`; a path with more than one hop that is not among them is not known. Late first, then unknown, then by age and
// name.
std::vector<FreshnessRow> freshness_rows(const Snapshot& now, LocalTime at, const Profile& profile = {},
                                         const Filter& filter = {}, FreshnessBy by = FreshnessBy::path,
                                         const Snapshot* history = nullptr, const std::vector<HopPath>& hops = {});
// Whether it is later than its target for certain; `ambiguous` where its bounds do not tell.
Known<bool> is_late(const FreshnessRow& row);
Document freshness_document(const Snapshot& now, LocalTime at, const Profile& profile = {}, const Filter& filter = {},
                            FreshnessBy by = FreshnessBy::path, const Snapshot* history = nullptr,
                            const std::vector<HopPath>& hops = {});
// Burn rates by the minutes up to the newest, wherever they were read.
void put_burns(const std::vector<Slice>& slices, FreshnessRow& row);
// A path that is later than the target of its class for certain: F01. An error where its budget burns fast: in the last
// hour and still in the last five minutes 14.4 times as fast as its class allows (a month's is gone in two days), or 6
// times in the last 6 hours and 30 minutes (in five). A burn rate that is not known makes no error.
// Source: Google, The Site Reliability Workbook, chapter 5, multiwindow multi-burn-rate alerts.
std::optional<Finding> late_finding(const FreshnessRow& row);
// A path whose budget went faster than its class allows in the last 3 days and still does in the last 6 hours, late at
// this moment or not: F02, a warning.
std::optional<Finding> burning_finding(const FreshnessRow& row);
// Only the topics of pipelines whose class has a target need a history, with those of their hops: nothing where there
// are none.
std::optional<SnapshotRequest> freshness_history(const Profile& profile, LocalTime from, LocalTime at);

}  // namespace tidemark
