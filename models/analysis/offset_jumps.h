// SPDX-License-Identifier: GPL-3.0-or-later
// Offsets of a group that fell (rewind) or leapt (skip): faster than they can have been read. Room-internal.
// Thread rule: none, pure function.
#pragma once

#include <vector>

#include "models/domain/snapshot.h"

namespace tidemark {

struct Jump {
  LocalTime lo, hi;
  std::int64_t before = 0;
  std::int64_t after = 0;
  bool back() const { return after < before; }
};

// Of one column of a group mark. A skip: the offset of a group that stayed Empty rose, or an advance of more than 10
// times the 99th percentile of the others that took up records which already waited, and ended at the end of what is
// readable.
std::vector<Jump> offset_jumps(const Snapshot& snapshot, const Column& column);

}  // namespace tidemark
