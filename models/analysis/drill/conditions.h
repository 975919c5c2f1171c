// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions of templates, by name: each says whether it is met, and why. What it needs and nobody knows makes the
// verdict inconclusive. Room-internal. Thread rule: none, pure functions.
#pragma once

#include "models/analysis/drill/case.h"

namespace tidemark {

struct DrillJudge {
  DrillProposal proposal{Outcome::pass, {}};
  void say(Outcome outcome, std::string code, std::map<std::string, std::string> params = {}) {
    proposal.outcome = std::min(proposal.outcome, outcome);
    proposal.reasons.push_back({std::move(code), std::string(word(outcome)), std::move(params)});
  }
};

struct JudgedCase {
  const DrillCase& of;
  const DrillMeasures& measures;
};
void judge_condition(const DrillCondition& condition, const JudgedCase& judged, DrillJudge& judge);

}  // namespace tidemark
