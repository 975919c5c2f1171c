// SPDX-License-Identifier: GPL-3.0-or-later
// LineageFiles: runs that others wrote down, read from text: events of OpenLineage (one object, a list, or a line each)
// and runs of MLflow (the `run` of its REST API, or a list of them as `runs`). What it is, the text itself tells. An
// event of OpenLineage is kept as it came, so that facets that nobody here knows are still there when it goes out
// again. Nothing of a text is taken where anything of it cannot be read. Pure functions; any thread. Errors: `input`,
// with the line. Sources: OpenLineage 2-0-2 (run events); MLflow's REST API 2.0 (RunInfo, RunData, RunInputs).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/domain/lineage.h"
#include "models/domain/result.h"

namespace tidemark {

inline constexpr std::size_t most_told_runs = 10'000;
inline constexpr std::size_t longest_event = 30'000;  // bytes: with its quotes escaped it fits into a row of a logbook
inline constexpr std::size_t most_inputs = 1'000;     // of a run
// A run of our own export that tells of a commit to a table: it trained nothing.
inline constexpr const char* ingestion_kind = "ingestion";

struct ToldRuns {
  std::vector<LineageRun> runs;  // events of one run are one, as far as they fit into a row of a logbook
  std::size_t passed_over = 0;   // events of jobs and datasets, which are no runs
};
// `file` is what errors call the text.
Result<ToldRuns> parse_runs(std::string_view text, const std::string& file);

}  // namespace tidemark
