// SPDX-License-Identifier: GPL-3.0-or-later
// What the topics page says of one topic. Pure functions; GUI thread because of translation.
#pragma once

#include "models/analysis/branch.h"
#include "views/widgets/facts_card.h"

namespace tidemark::views {

// What is required of it, by whom and why, against what is configured; what is not met first.
std::vector<Fact> topic_facts(const ReadTopic& topic);

}  // namespace tidemark::views
