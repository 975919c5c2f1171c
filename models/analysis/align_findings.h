// SPDX-License-Identifier: GPL-3.0-or-later
// Findings of the alignment: one per table and state that is not sound. Room-internal. Thread rule: none.
#pragma once

#include "models/analysis/alignment.h"

namespace tidemark {

std::vector<Finding> align_findings(const std::vector<AlignRow>& rows);

}  // namespace tidemark
