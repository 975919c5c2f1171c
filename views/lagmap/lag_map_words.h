// SPDX-License-Identifier: GPL-3.0-or-later
// What the lag map page says in words. Pure functions; GUI thread because of translation.
#pragma once

#include "models/analysis/lag_map.h"
#include "views/widgets/headline.h"

namespace tidemark::views {

// Of the group that lagged most, and of how much is not known.
Sentence lag_map_sentence(const LagMap& map);

}  // namespace tidemark::views
