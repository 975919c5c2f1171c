// SPDX-License-Identifier: GPL-3.0-or-later
// What the batches that a table's versions name say of source offsets, joined with the checkpoint folder of the query
// that wrote them (adapter a). A batch holds what lies between the offsets of the batch before it and its own; a batch
// that is missing on the branch is a hole, and the marks stay before it. Pure functions; any thread. Offsets are next
// offsets.
#pragma once

#include <vector>

#include "collectors/tables/marks.h"
#include "collectors/tables/spark/checkpoint.h"

namespace tidemark::spark {

// The batches whose offsets are wanted, ascending.
std::vector<std::int64_t> batches_of(std::span<const TableVersion> versions, const std::string& query);
TableMarks landed_marks(std::span<const TableVersion> versions, const Checkpoint& checkpoint);

}  // namespace tidemark::spark
