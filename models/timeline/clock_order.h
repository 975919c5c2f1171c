// SPDX-License-Identifier: GPL-3.0-or-later
// A wall clock that was set back shows times again that it has shown before: what was measured under them the first
// time stands in the file, and its gap says so, but no reading may take it for what was measured after. Pure; any
// thread.
#pragma once

#include <vector>

#include "models/domain/snapshot.h"

namespace tidemark {

// Leaves out of each lane the polls whose wall times came again: by a later poll of the lane, or because another lane
// saw the clock step back after them. Those of shortly before the time it stepped to go too: they would pass for new.
// What is left of them is ascending by seq and by wall.
void drop_overtaken(std::vector<LaneInfo>& lanes);

}  // namespace tidemark
