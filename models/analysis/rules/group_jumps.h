// SPDX-License-Identifier: GPL-3.0-or-later
// Where the offsets of a path's group fell or leapt, over its partitions. Room-internal. Thread rule: none.
#pragma once

#include "models/analysis/offset_jumps.h"
#include "models/analysis/rules/rule.h"

namespace tidemark {

struct PartitionJump {
  TopicPartition partition;
  Jump jump;
};
// Of all lanes, each jump once, ascending by time, those until `at`.
std::vector<PartitionJump> group_jumps(const PathCase& of);

}  // namespace tidemark
