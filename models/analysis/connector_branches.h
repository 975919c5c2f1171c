// SPDX-License-Identifier: GPL-3.0-or-later
// Connectors with their tasks, as views show them. Thread rule: none, pure functions.
#pragma once

#include <vector>

#include "models/analysis/branch.h"
#include "models/analysis/connectors.h"

namespace tidemark {

using ConnectorBranches = std::vector<Branch<ConnectorRow, TaskRow>>;

// The order of the rows is kept.
ConnectorBranches branches(std::vector<ConnectorRow> connectors);

}  // namespace tidemark
