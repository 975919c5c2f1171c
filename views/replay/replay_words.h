// SPDX-License-Identifier: GPL-3.0-or-later
// What the replay page says in words. Pure functions; GUI thread because of translation.
#pragma once

#include "models/analysis/replay_branches.h"
#include "views/widgets/facts_card.h"
#include "views/widgets/headline.h"

namespace tidemark::views {

// Of the replay that is worst off.
Sentence replay_sentence(const Replays& replays);
// Who asked for it and why, its pace over two lengths, what live groups suffer, how earlier forecasts held.
std::vector<Fact> replay_facts(const ReplayRow& row);

}  // namespace tidemark::views
