// SPDX-License-Identifier: GPL-3.0-or-later
// What a hop consists of in a snapshot. Room-internal. Thread rule: none, pure functions.
#pragma once

#include <vector>

#include "models/analysis/hops.h"
#include "models/analysis/marks.h"

namespace tidemark {

// Who reads which partitions at a hop, in the cluster where it is seen.
std::vector<GroupPartition> hop_partitions(const Snapshot& snapshot, const Hop& hop);
// Whether a hop that is no mirror commits its offsets in one transaction with what they led to.
bool hop_is_atomic(const Snapshot& snapshot, const Hop& hop, LocalTime at);

}  // namespace tidemark
