// SPDX-License-Identifier: GPL-3.0-or-later
// Drills judged: whether all is well before one starts, which of its signals were seen and when, what is measured, and
// the verdict that is proposed, with its reasons. A person says the verdict; the rules only propose one. What is not
// known is never a pass: without data the verdict is inconclusive. A time is known to within the polls around it.
// Reasons are codes of resources/presets/rules.json (D…). Thread rule: none, pure functions. Units: ms, offsets.
#pragma once

#include <vector>

#include "models/analysis/drill/sight.h"

namespace tidemark {

struct Timed {
  Known<Millis> after = Reason::not_applicable;
  Millis error{};
};

struct DrillMeasures {
  Timed detect;          // the first finding, after the fault
  std::string detected;  // its title
  Timed onset;           // what moved first, after the fault
  std::string moved;     // what that was: "table:lake.orders commit_cadence"
  Timed recover;         // all lines back in the steady band
  Known<LocalTime> recovered_at = Reason::not_applicable;
  bool coming_back = false;  // in the steady band, and not yet for long enough
  Known<Millis> peak_age = Reason::not_applicable;
  Millis peak_age_error{};
  Known<Millis> headroom = Reason::not_applicable;          // the least
  Known<std::int64_t> holes = Reason::not_applicable;       // commits that leave out offsets
  Known<std::int64_t> missing = Reason::not_applicable;     // offsets that they leave out
  Known<std::int64_t> duplicates = Reason::not_applicable;  // offsets that were committed twice, unexplained
  Known<std::int64_t> overtaken = Reason::not_applicable;   // offsets that retention took before they were read
  Known<std::string> waited_on = Reason::not_applicable;    // data movement, leadership, cache warm-up, sink
  Known<double> coverage = Reason::never_polled;
  std::int64_t manual_steps = 0;  // stamps that nobody planned
  std::int64_t new_findings = 0;
};

struct DrillProposal {
  Outcome outcome = Outcome::unknown;
  std::vector<ReviewReason> reasons;
};

struct DrillJudgement {
  std::vector<SeenSignal> seen;
  DrillMeasures measures;
  std::vector<DrillCheck> after;  // the steady state now
  DrillProposal proposal;
};

// People that a drill has before it starts.
struct DrillPeople {
  std::string owner;
  std::string approver;
  std::string stop;
};

// Over the template's steady time before `sight.at`.
std::vector<DrillCheck> steady_state(const DrillTemplate& drill, const DrillPeople& people, const DrillSight& sight);
DrillJudgement judge_drill(const DrillRun& run, const DrillSight& sight);

bool is_drill_condition(std::string_view rule);
// As evidence and the logbook keep them: facts of "drill:ID".
std::vector<Fact> facts_of(const DrillTemplate& drill, const DrillMeasures& measures);

}  // namespace tidemark
