// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of dead letters says in words. Pure functions; GUI thread because of translation.
#pragma once

#include "models/analysis/dead_letter_branches.h"
#include "views/widgets/facts_card.h"
#include "views/widgets/headline.h"

namespace tidemark::views {

Sentence dead_letter_sentence(const DeadLetterBranches& rows);
// How such a topic is recognised: what is shown where there is none.
QString how_they_are_known();
// Whose they are, how that is known, what was read and what must be allowed to read them.
std::vector<Fact> dead_letter_facts(const DeadLetterRow& row);
// Exception, stage and message, and where the first and the newest of them stand.
std::vector<Fact> cause_facts(const DeadLetterRow& row, const DeadLetterCount& one);

}  // namespace tidemark::views
