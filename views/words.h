// SPDX-License-Identifier: GPL-3.0-or-later
// What each view says in words, from the same rows that it shows. Pure functions; GUI thread because of translation.
#pragma once

#include "models/analysis/branch.h"
#include "models/analysis/connector_branches.h"
#include "models/analysis/tide.h"
#include "views/widgets/headline.h"

namespace tidemark::views {

Sentence lag_sentence(const LagBranches& groups);
Sentence topic_sentence(const TopicBranches& topics);
Sentence connector_sentence(const ConnectorBranches& connectors);
Sentence source_sentence(const SourceBranches& sources);
// Of the chart at the crosshair, or at its end.
Sentence tide_sentence(const TideChart& chart, const std::optional<TideMeasure>& measure);
QString tide_title(const TideSelection& selection);

}  // namespace tidemark::views
