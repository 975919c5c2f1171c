// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of provenance says in words. Pure functions; GUI thread because of translation.
#pragma once

#include "models/analysis/lineage/view.h"
#include "views/widgets/facts_card.h"
#include "views/widgets/headline.h"

namespace tidemark::views {

// Which data did this model see?
Sentence provenance_sentence(const ProvenanceView& view);
// What the run says of itself, whether it is whole, and why not all is known.
std::vector<Fact> provenance_facts(const ProvenanceView& view);
// How the second of two runs follows on the first, and what they say differently of themselves.
QString diff_words(const ProvenanceView& view);

}  // namespace tidemark::views
