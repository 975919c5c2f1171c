// SPDX-License-Identifier: GPL-3.0-or-later
// The marks of tables at past times, from the commits that their metadata and the writer's own log still tell of. From
// a commit on, the table holds what its ranges say; a commit of data whose offsets are not known hides the mark until
// the next one that has them. Where the last commit does not lead to the mark as it is read now, none of it is told.
// Thread rule: none, pure function. Units: local ms (the lake's clock), next offsets.
#pragma once

#include <map>
#include <vector>

#include "collectors/core/past_grid.h"
#include "models/domain/known.h"
#include "models/domain/table_commit.h"

namespace tidemark {

using TablePartition = std::pair<TableName, TopicPartition>;

struct PastTableMark {
  TablePartition of;
  std::vector<Known<std::int64_t>> values;  // by point
};

// `now`: the marks as they are read now, where they are known.
std::vector<PastTableMark> past_table_marks(std::vector<TableCommit> commits,
                                            const std::map<TablePartition, std::int64_t>& now, const PastGrid& grid);

}  // namespace tidemark
