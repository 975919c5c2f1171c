// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of growth says in words. Pure functions; GUI thread because of translation.
#pragma once

#include "models/analysis/growth_view.h"
#include "views/widgets/headline.h"

namespace tidemark::views {

Sentence growth_sentence(const GrowthView& view);
// What is held at the end of the chart, as it is and what if; or why there is no line.
QString chart_words(const std::vector<GrowthPoint>& as_is, const std::vector<GrowthPoint>& what_if, bool changed);

}  // namespace tidemark::views
