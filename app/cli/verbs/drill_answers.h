// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs of `drill` answer: those that read a timeline, and those that write its logbook. Main thread only.
#pragma once

#include <string>
#include <vector>

#include "app/cli/options.h"
#include "models/domain/result.h"

namespace tidemark::cli {

struct DrillWanted {
  Options options;
  std::string drills;  // a file of one's own
  std::string name;    // of a template, a drill, a step or a file, as the verb says
  std::string drill;   // --drill
  std::string owner, approver, stop, note, by, author, reason, result, person, text, file, slot;
  std::string answer;  // QUESTION=yes
  bool templates = false, anyway = false, dry_run = false, undo = false, stop_met = false, overwrite = false,
       experiment = false;
};

Result<int> list_drills(Streams& streams, const DrillWanted& wanted);
Result<int> show_drill(Streams& streams, const DrillWanted& wanted);
Result<int> drill_matrix(Streams& streams, const DrillWanted& wanted);
Result<int> start_drill_of(Streams& streams, const DrillWanted& wanted);
Result<int> stamp_step(Streams& streams, const DrillWanted& wanted);
Result<int> abort_run(Streams& streams, const DrillWanted& wanted);
Result<int> say_verdict(Streams& streams, const DrillWanted& wanted);
Result<int> export_drill(Streams& streams, const DrillWanted& wanted);
Result<int> import_drill(Streams& streams, const DrillWanted& wanted);

}  // namespace tidemark::cli
