// SPDX-License-Identifier: GPL-3.0-or-later
// Replays with their partitions, as views show them. Thread rule: none, pure functions.
#pragma once

#include "models/analysis/branch.h"
#include "models/analysis/replay/replay.h"

namespace tidemark {

using ReplayBranches = std::vector<Branch<ReplayRow, PartProgress>>;

struct Replays {
  LocalTime at;
  ReplayBranches rows;  // the running ones first, the worst of them first
};

Replays replays_of(std::vector<ReplayRow> rows, LocalTime at);

}  // namespace tidemark
