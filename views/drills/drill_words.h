// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of drills says in words. Pure functions; GUI thread because of translation.
#pragma once

#include "models/analysis/drill/view.h"
#include "views/widgets/facts_card.h"
#include "views/widgets/headline.h"

namespace tidemark::views {

// What runs, how much is on record, what was never rehearsed.
Sentence drills_sentence(const DrillsView& view);
// What the rules propose and what a person said of it.
Sentence verdict_sentence(const DrillSheet& sheet);
QString drill_title(const DrillRun& run);  // "C, path=orders: Commits of a table fail"
// Of a template: what it is for, what is done and seen, by what it passes.
std::vector<Fact> template_facts(const DrillTemplate& drill);
// Of a drill on record: who, when, what was said.
std::vector<Fact> run_facts(const DrillRun& run);
// "wait 1 min 12 s more", or nothing.
QString wait_words(const DrillSheet& sheet);

}  // namespace tidemark::views
