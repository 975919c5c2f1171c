// SPDX-License-Identifier: GPL-3.0-or-later
// What the scorecard page and a presentation say in words. Pure functions; GUI thread because of translation.
#pragma once

#include "models/analysis/review/view.h"
#include "views/widgets/facts_card.h"
#include "views/widgets/headline.h"

namespace tidemark::views {

// How many rows are how ready, the weakest, what changed.
Sentence scorecard_sentence(const ReviewView& view);
QString weakest_words(const ReviewView& view);
// "5 in 4 rows, 3 in 5 rows …", and what is left out.
QString distribution_words(const ReviewView& view);
// "Lineage score 3 → 5 (system)", or that there is none before it; `most`: no more than this many.
QString changes_words(const ReviewView& view, int most);
QString title_of_row(const ReviewView& view, const std::string& id);
// Why it is rated so, what would raise it, its evidence.
std::vector<Fact> scorecard_facts(const ReviewLine& line);

}  // namespace tidemark::views
