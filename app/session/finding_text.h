// SPDX-License-Identifier: GPL-3.0-or-later
// The English texts of findings: templates of their rules in resources/presets/rules.json with the findings'
// parameters put in. Any thread.
#pragma once

#include "models/analysis/diagnosis.h"

namespace tidemark {

// The text of the rule, or of the variant that the parameters name; the rule's id where it has none.
std::string finding_text(const Finding& finding);
// What to do next; empty where there is nothing. `held`: the text that leaves all offsets where they are.
std::string finding_next(const Finding& finding, bool held);

// Both, as a diagnosis asks for them.
RuleTexts rule_texts();

}  // namespace tidemark
