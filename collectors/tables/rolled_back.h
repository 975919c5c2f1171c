// SPDX-License-Identifier: GPL-3.0-or-later
// What a rollback leaves open. The first commit after it notes where its writer stands, and not from where it read: it
// may have gone on behind the rows that went, or have been put back with the table. What it read above them is sure.
// Pure functions; any thread. Offsets are next offsets.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "collectors/tables/source_offsets.h"
#include "models/domain/table_commit.h"

namespace tidemark {

// Adds the range of a commit that brought a partition from `from` to `next`. `gone`: how far rows reached that a
// rollback took before it; none: there was none. True: whether the commit has what lies below that is open.
bool put_range(std::vector<CommitRange>& ranges, const TopicPartition& partition, std::int64_t from, std::int64_t next,
               std::optional<std::int64_t> gone);

// One sentence.
std::string rolled_back_why(const TopicPartition& partition, std::int64_t gone, const std::string& version);

// The higher ones of both.
void raise(SourceOffsets& offsets, const SourceOffsets& others);

}  // namespace tidemark
