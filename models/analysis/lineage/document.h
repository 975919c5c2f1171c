// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of lineage: which data a run saw, two runs against each other, whether a record was in a run, the runs that
// are registered. Thread rule: none, pure functions.
#pragma once

#include <optional>
#include <vector>

#include "models/analysis/document.h"
#include "models/analysis/lineage/record.h"
#include "models/analysis/lineage/run_diff.h"

namespace tidemark {

// "Run R saw 1200 offsets of 2 partitions: exact.", or "900 to 1200", or "at least 900": each offset once.
std::string answer_text(const SeenData& data);
// `snapshot` has the topics' states, of which the schema ids are read; `cut`: where one is asked for.
Document lineage_document(const Snapshot& snapshot, LocalTime at, const SeenData& data, const std::optional<Cut>& cut);
Document lineage_diff_document(const Snapshot& snapshot, LocalTime at, const SeenData& before, const SeenData& after);
struct RecordQuestion {
  ClusterName cluster;
  TopicPartition partition;
  std::int64_t offset = 0;
};
Document lineage_record_document(const Snapshot& snapshot, LocalTime at, const SeenData& data,
                                 const RecordQuestion& question);
Document lineage_runs_document(const std::vector<LineageRun>& runs, LocalTime at);

}  // namespace tidemark
