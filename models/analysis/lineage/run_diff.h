// SPDX-License-Identifier: GPL-3.0-or-later
// RunDiff: what two runs saw, held against each other, partition by partition, and how the second follows on the first
// where it says that it goes on from it. Thread rule: none, pure functions. Offsets are log offsets.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/analysis/lineage/seen.h"

namespace tidemark {

struct PartitionDiff {
  ClusterName cluster;
  TopicPartition partition;
  std::vector<OffsetSpan> only_before;
  std::vector<OffsetSpan> only_after;
  std::int64_t both = 0;                               // offsets that both saw
  Known<std::int64_t> gap = Reason::not_applicable;    // offsets that neither saw, between the end of one and the other
  Known<std::int64_t> again = Reason::not_applicable;  // offsets that the second saw although it goes on from the first
  std::string_view completeness = "exact";
  std::vector<Doubt> doubts;
};

struct FieldDiff {
  std::string field;
  std::string before;
  std::string after;
};

struct RunDiff {
  std::vector<FieldDiff> fields;
  std::vector<PartitionDiff> partitions;
  Relation relation = Relation::unknown;  // of a refresh to the one before it; unknown also where it does not go on
  bool goes_on = false;                   // the second says that it goes on from the first
};
RunDiff diff_of(const SeenData& before, const SeenData& after);

// What a run says of itself, by name; empty texts are left out.
std::vector<std::pair<std::string, std::string>> said_fields(const LineageRun& run);

}  // namespace tidemark
