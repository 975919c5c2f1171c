// SPDX-License-Identifier: GPL-3.0-or-later
// Coarse snapshots: buckets told as polls, so that what reads samples reads them too. A lane's marks have one poll a
// bucket, its last; what rises and falls has three, the lowest, the highest and the last value, so that no peak is
// lost: it stands in a lane of its own. The interval of such a lane is the width of its buckets: whoever says how exact
// a time is says that. A bucket that was known in part has its last known value. Thread rule: none, pure functions.
// Units: local ms.
#pragma once

#include <memory>

#include "models/domain/levels.h"

namespace tidemark {

// With the states, events, commits and gaps that stand beside the buckets. Lags are left out: they are no series.
std::shared_ptr<const Snapshot> coarse_snapshot(const LevelData& level);

}  // namespace tidemark
