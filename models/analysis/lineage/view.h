// SPDX-License-Identifier: GPL-3.0-or-later
// Provenance as it is shown to people: the runs that are registered, which data one of them saw, and two of them
// against each other. Value types and pure functions; any thread. Offsets are log offsets.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/analysis/branch.h"
#include "models/analysis/lineage/document.h"
#include "models/domain/result.h"

namespace tidemark {

struct SeenLine {
  SeenSpan span;
  Known<std::set<std::int64_t>> schemas = Reason::not_probed;
};
using SeenRows = std::vector<Branch<SeenInput, SeenLine>>;
using DiffRows = std::vector<Branch<PartitionDiff, NoRow>>;
using RunRows = std::vector<Branch<LineageRun, NoRow>>;

struct ProvenanceView {
  LocalTime at;
  RunRows runs;  // that are registered, the newest first
  bool answered = false;
  SeenData seen;  // of what was asked for, else of the newest run
  std::optional<Cut> cut;
  SeenRows rows;
  std::string with;           // the run that it is held against; empty: none
  std::optional<RunDiff> to;  // from that one
  DiffRows diff;
  std::optional<Error> cannot;  // why what was asked for has no answer
  std::optional<Error> error;   // why nothing is known of runs; then nothing else is valid
};

RunRows run_rows(std::vector<LineageRun> runs);
SeenRows seen_rows(const Snapshot& snapshot, LocalTime at, const SeenData& data);
DiffRows diff_rows(const RunDiff& diff);

}  // namespace tidemark
