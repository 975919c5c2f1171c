// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of lineage: which data a run saw, two runs against each other, whether a record was in a run, the runs that
// are registered. Thread rule: none, pure functions.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "models/analysis/document.h"
#include "models/analysis/lineage/record.h"
#include "models/analysis/lineage/run_diff.h"

namespace tidemark {

// Ids that were first seen within the span, and the newest of those before it, which was in use when it began.
Known<std::set<std::int64_t>> schema_ids(const Snapshot& snapshot, LocalTime at, const ClusterName& cluster,
                                         const SeenSpan& span);
// Snapshots or commits of a span, each once.
std::vector<std::string> each_of(const std::vector<SeenPart>& parts, std::string SeenPart::* field);

// Each offset once.
struct SeenSum {
  std::int64_t least = 0;  // that were seen for certain
  std::int64_t most = 0;   // at most, where `more` does not say that there may be others
  bool more = false;
  std::size_t partitions = 0;
  std::vector<Doubt> doubts;  // why nothing is known of a part
};
SeenSum sum_of(const SeenData& data);
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
