// SPDX-License-Identifier: GPL-3.0-or-later
// The runs that a timeline's logbook knows, and which data each of them saw: loads what the answer needs. What is said
// of a run is made fit to be stored. Any thread; files are opened and closed by each call; may wait 5 s for another
// writer. Errors: those of the logbook and of the reader; `usage` for what may not be said, `no_data` for a run that
// nobody registered.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/analysis/lineage/cut.h"
#include "models/logbook/entry.h"

namespace tidemark {

inline constexpr std::size_t most_runs_at_once = 10'000;

// Also those that a bundle brings along.
Result<std::vector<LineageRun>> read_runs(const std::string& timeline);
Result<LineageRun> run_named(const std::vector<LineageRun>& runs, const std::string& run_id);
// One row each, all of them or none; what a row says already is not written again: what was added.
Result<std::vector<LogEntry>> write_runs(const std::string& timeline, std::vector<LineageRun> runs,
                                         const std::string& author);

struct LineageAnswer {
  std::shared_ptr<const Snapshot> snapshot;  // commits and states
  LocalTime at;                              // of the newest poll
  SeenData data;
  std::optional<Cut> cut;
};
// `runs`: where the run before it is looked for. Loads the log's offsets for its cut and for topics read up to a time.
Result<LineageAnswer> answer_run(SnapshotSource& timeline, LocalTime at, const LineageRun& run,
                                 const std::vector<LineageRun>& runs);
// Of several, without their cuts.
Result<std::vector<SeenData>> answer_runs(SnapshotSource& timeline, LocalTime at, const std::vector<LineageRun>& wanted,
                                          const std::vector<LineageRun>& runs);
// What was queryable in a table at a time, and whether it held all that was produced before.
Result<LineageAnswer> answer_as_of(SnapshotSource& timeline, LocalTime at, const ClusterName& cluster,
                                   const std::string& table, LocalTime time);

}  // namespace tidemark
