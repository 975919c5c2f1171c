// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of drills: those that were started with what came out, the run sheet of one, the templates, the failure
// matrix. Thread rule: none, pure functions.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/check.h"
#include "models/analysis/drill/drill.h"
#include "models/analysis/drill/matrix.h"

namespace tidemark {

// What a drill says now: of one that is over as its verdict keeps it, else as it is judged.
struct DrillTold {
  Outcome proposed = Outcome::unknown;
  std::vector<ReviewReason> reasons;
  std::vector<Fact> measures;
  std::vector<SeenSignal> seen;
  std::vector<DrillCheck> after;
};
DrillTold told_of(const DrillRun& run, const DrillJudgement& judged);
DrillTold told_of(const DrillVerdict& verdict);

struct DrillShown {
  DrillRun run;
  DrillTold told;
};

// What it proposes, as a verdict that nobody has said yet.
DrillVerdict verdict_of(const DrillShown& drill, LocalTime at);

// What people are asked.
std::string question_text(const DrillCondition& condition);
// What a reason says, and with the outcome that it speaks for: "pass: nothing was committed twice".
std::string drill_text(const ReviewReason& reason, const FindingText& text);
std::string drill_reason_text(const ReviewReason& reason, const FindingText& text);

Document drill_list_document(const std::vector<DrillShown>& drills, LocalTime at, const FindingText& text);
// One row for each thing to look at: what was well before, the steps, the signals, what people are asked, measures.
Document drill_sheet_document(const DrillShown& drill, LocalTime at, const FindingText& text);
Document drill_templates_document(const std::vector<DrillTemplate>& drills, LocalTime at);
// `matrix` is of these scopes.
Document drill_matrix_document(const std::vector<MatrixRow>& matrix, const std::vector<std::string>& scopes,
                               LocalTime at);
// Before a start: what is well and what is not.
Document drill_checks_document(const std::vector<DrillCheck>& checks, LocalTime at, const FindingText& text);

}  // namespace tidemark
