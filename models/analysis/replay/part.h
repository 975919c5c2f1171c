// SPDX-License-Identifier: GPL-3.0-or-later
// The progress of one partition of a replay. Room-internal. Thread rule: none, pure function.
#pragma once

#include "models/analysis/replay/progress.h"

namespace tidemark {

PartProgress part_at(const Snapshot& snapshot, const FoundReplay& replay, PartitionId partition, LocalTime at);

}  // namespace tidemark
