// SPDX-License-Identifier: GPL-3.0-or-later
// What lies between two polls of a lane when it is more than one interval: the machine was off, the clock was set, the
// collector did not run. Pure; any thread.
#pragma once

#include <vector>

#include "models/timeline/lane_state.h"

namespace tidemark {

// The gaps to store before `poll`: those that it brings, and what its times against the last poll's say: that the clock
// was set, and where none of those it brings does, that polls are missing.
std::vector<Gap> gaps_before(const Poll& poll, const LaneState::Last& last, Millis interval);

}  // namespace tidemark
