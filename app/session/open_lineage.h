// SPDX-License-Identifier: GPL-3.0-or-later
// OpenLineage out: events (spec 2-0-2, one JSON object a line) of runs that are registered and of commits to tables,
// one finite run each. What came as an event goes out as it came; offsets are texts, as they may lie beyond 2^53.
// Custom facets begin with tidemark_. Pure functions; any thread. Errors: none.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/ledger.h"
#include "models/domain/lineage.h"
#include "models/domain/profile.h"

namespace tidemark {

struct LineageNames {
  const Profile* profile = nullptr;  // of hosts and catalogs; null: clusters are called by their names
  std::string tool;                  // "tidemark 1.2.0"
};

// A START and a COMPLETE of each run, or what it came as.
std::vector<std::string> events_of(const LineageRun& run, const LineageNames& names);
// The same, where the timeline may know in which cluster is what the run does not say that of.
std::vector<std::string> events_of(const Snapshot& snapshot, LocalTime at, LineageRun run, const LineageNames& names);
// `group`: whose commits these are, the job that they belong to; empty: not known. `begun`: since when the data of the
// commit came in; none: not known.
struct CommitOf {
  const LedgerRow* row = nullptr;
  std::string group;
  std::string format;
  std::string adapter;
  std::optional<LocalTime> begun;
};
std::vector<std::string> events_of(const CommitOf& commit, const LineageNames& names);

}  // namespace tidemark
