// SPDX-License-Identifier: GPL-3.0-or-later
// Of the runs of the last days, of how many it can be said which data they saw: exactly, or within bounds.
// Thread rule: none, pure functions.
#pragma once

#include "models/analysis/lineage/seen.h"
#include "models/analysis/review/facts.h"

namespace tidemark {

inline constexpr Millis lineage_window = std::chrono::hours(30 * 24);

// Whether a run read a table or a topic that the filter has.
bool in_scope_of(const LineageRun& run, const Filter& filter);
Facts lineage_facts(const std::vector<SeenData>& runs);

}  // namespace tidemark
