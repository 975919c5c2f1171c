// SPDX-License-Identifier: GPL-3.0-or-later
// Dead-letter topics with their causes, as views show them. Thread rule: none, pure functions.
#pragma once

#include "models/analysis/branch.h"
#include "models/analysis/dead_letters.h"

namespace tidemark {

using DeadLetterBranches = std::vector<Branch<DeadLetterRow, DeadLetterCount>>;

DeadLetterBranches branches(std::vector<DeadLetterRow> rows);

}  // namespace tidemark
