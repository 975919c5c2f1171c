// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and judges what the page of growth shows, as `tidemark size` does. Thread rule: the thread that owns the
// reader.
#pragma once

#include <memory>

#include "models/analysis/growth_view.h"
#include "models/timeline/reader.h"

namespace tidemark {

// Production is measured over the week before `at`.
Result<std::shared_ptr<const GrowthView>> load_growth(TimelineReader& reader, const GrowthTerms& terms, LocalTime at);

// The drivers of a bill over [from, at].
struct CostAsked {
  LocalTime from;
  LocalTime at;
  const Filter& filter;
  std::map<std::string, double> typed, prices;  // by driver
};
Result<std::vector<CostDriver>> load_drivers(SnapshotSource& timeline, const Snapshot& now,
                                             const std::vector<GrowthRow>& topics, CostAsked asked);

}  // namespace tidemark
