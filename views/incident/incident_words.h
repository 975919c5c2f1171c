// SPDX-License-Identifier: GPL-3.0-or-later
// What the incident page says in words: its sentence, and beside the lanes what the order of onset does not rank.
// Pure functions; GUI thread because of translation.
#pragma once

#include "models/analysis/incident_view.h"
#include "views/widgets/facts_card.h"
#include "views/widgets/headline.h"

namespace tidemark::views {

Sentence incident_sentence(const IncidentView& view);
// "8 lanes, 204 folded, in steps of 1 h".
QString lanes_words(int shown, int folded, Grain grain);
std::vector<Fact> incident_facts(const IncidentView& view);

}  // namespace tidemark::views
