// SPDX-License-Identifier: GPL-3.0-or-later
// Drills in the shape of Chaos Toolkit: a template as an experiment, a drill that is over as a journal, and both back.
// An experiment that is written does nothing when it is run: its actions say who has to do what. What is read is
// bounded; of a foreign experiment names, pauses and what its actions call become steps that people take; secrets,
// headers and arguments are left where they are. Our own template, kept among the extensions, comes back as it was.
// Source: the experiment and journal formats in Chaos Toolkit's reference.
// Pure functions; any thread. Errors: `usage` with file and line or path.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "models/domain/drill.h"
#include "models/domain/result.h"

namespace tidemark {

// On many lines, members in a fixed order.
std::string experiment_text(const DrillTemplate& drill);
// `usage` while the drill runs.
Result<std::string> journal_text(const DrillRun& run, const std::string& tool);

// What a foreign journal tells.
struct ForeignJournal {
  std::string title;
  std::string status;  // completed | failed | aborted | interrupted
  std::optional<LocalTime> from, to;
  // pass: it ran to its end and the steady state was met before and after; fail: it deviated; else unknown. Of one of
  // ours what the person said.
  Outcome says = Outcome::unknown;
  std::string slot;  // of one of ours
};
// Which of both it is.
Result<std::variant<DrillTemplate, ForeignJournal>> read_chaos(std::string_view text, const std::string& file);

}  // namespace tidemark
