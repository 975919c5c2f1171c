// SPDX-License-Identifier: GPL-3.0-or-later
// Paths from a topic through a group to its table, each judged at its end: what is late, since when, at which stage,
// until when it is safe. A path without a pipeline in the profile is of the class `unclassified`. Late is what is older
// than its target by more than the error, and what does not land (a state of the alignment that is a warning or worse).
// Also one path as a waterfall of its stages. Thread rule: none, pure functions. Units: records (offsets where a table
// is concerned), ms.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/analysis/alignment.h"
#include "models/analysis/branch.h"
#include "models/analysis/freshness.h"
#include "models/analysis/table_branches.h"

namespace tidemark {

enum class Lateness : std::uint8_t { late, unknown, near, fine };

struct PathRow {
  FreshnessRow fresh;
  std::string route;                                // "orders → lake.orders"; without a table "orders → GROUP"
  Known<TableName> table = Reason::not_applicable;  // of several the worst
  std::optional<AlignRow> landing;                  // the partition of the table that is worst
  Lateness lateness = Lateness::unknown;
  bool not_landing = false;                // the alignment says so
  Known<Millis> age = Reason::no_history;  // at the end: the table's where there is one and its class asks for it
  Known<Millis> age_error = Reason::no_history;
  Known<Millis> at_least = Reason::not_applicable;  // what of the age is certain, whether or not it is known
  Known<Millis> table_age = Reason::not_applicable;
  Known<Millis> table_age_error = Reason::not_applicable;
  Known<LocalTime> since = Reason::not_applicable;  // late since
  Known<Trend> trend = Reason::no_history;          // of what is not landed or not read
  Known<Stage> where = Reason::not_applicable;      // the first stage that waits
  PartialSum not_landed;
  std::int64_t table_partitions = 0;
  Known<LocalTime> safe_until = Reason::not_applicable;  // when retention reaches what is not read or not landed
};

struct PathClass {
  std::string name;
  Known<Millis> target = Reason::not_applicable;
  Known<double> objective = Reason::not_applicable;
  std::string end;
  std::int64_t late = 0;
  std::int64_t unknown = 0;
};

using PathBranches = std::vector<Branch<PathClass, PathRow>>;

// Everything the home says: the classes with their paths, what is late first; `unclassified` last.
struct Home {
  PathBranches classes;
  std::int64_t paths = 0;
  std::int64_t late = 0;
  std::int64_t unknown = 0;
  std::vector<std::string> silent;  // sources that do not answer, or not all; who loads the home knows them
  bool tables_seen = false;
  bool connectors_seen = false;
  const PathRow* worst() const;  // the first late one; null where none is
};

// `now` needs what align_request() asks for; `history` and `hops` as freshness_rows() takes them.
Home home_of(const Snapshot& now, LocalTime at, const Profile& profile = {}, const Snapshot* history = nullptr,
             const std::vector<HopPath>& hops = {});

struct PathChoice {
  ClusterName cluster;
  GroupId group;
  TopicName topic;
  bool operator==(const PathChoice&) const = default;
};

struct PathStage {
  Stage stage = Stage::produced;
  std::string name;  // of the group or the table
  Known<Millis> age = Reason::not_applicable;
  Known<Millis> age_error = Reason::not_applicable;
  Known<std::int64_t> gap = Reason::not_applicable;  // to the stage before
  Known<double> rate = Reason::not_applicable;       // per second
  Evidence evidence = Evidence::unknown;
};

struct PathPartition {
  LagRow lag;
  std::optional<AlignRow> landing;
  Known<double> land_rate = Reason::not_applicable;
  Known<std::string> leader = Reason::never_polled;
};

using PartitionBranches = std::vector<Branch<PathPartition, NoRow>>;

struct PathView {
  PathRow row;
  std::vector<PathStage> stages;  // produced, readable, group, table, queryable
  PartitionBranches partitions;   // worst first
};

// None where nothing is known of such a path.
std::optional<PathView> path_view(const Snapshot& now, LocalTime at, const Profile& profile, const PathChoice& of,
                                  const std::vector<HopPath>& hops = {});

}  // namespace tidemark
