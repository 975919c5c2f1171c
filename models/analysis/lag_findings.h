// SPDX-License-Identifier: GPL-3.0-or-later
// What lag rows say that a person should know: one finding per rule, group and topic. Room-internal.
//   L01 no consumer            L02 a consumer that does not move    L03 the offset was set back
//   L04 falls behind           L05 unread records are gone          L06 unread records will be gone
// Thread rule: none, pure function.
#pragma once

#include <vector>

#include "models/analysis/lag.h"

namespace tidemark {

// Errors first, then by rule and object.
std::vector<Finding> lag_findings(const std::vector<LagRow>& rows);
void sort_findings(std::vector<Finding>& findings);

}  // namespace tidemark
