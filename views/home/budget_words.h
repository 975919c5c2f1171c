// SPDX-License-Identifier: GPL-3.0-or-later
// Budget: what a path's class promises, how much of it is used, and how fast it burns. Thread rule: GUI thread
// (translations).
#pragma once

#include "models/analysis/path_rows.h"
#include "views/widgets/facts_card.h"

namespace tidemark::views {

std::vector<Fact> budget_facts(const PathClass& of, const PathRow& row);

}  // namespace tidemark::views
