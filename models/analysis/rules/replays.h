// SPDX-License-Identifier: GPL-3.0-or-later
// Replays that go on: declared ones that have not come to their end, and groups that were set back and have not come
// again to where they were. Room-internal. Thread rule: none, pure function.
#pragma once

#include "models/analysis/rules/rule.h"

namespace tidemark {

// All of a timeline, by when they began.
std::vector<ActiveReplay> active_replays(const CaseFile& file);

}  // namespace tidemark
