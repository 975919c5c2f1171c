// SPDX-License-Identifier: GPL-3.0-or-later
// Record: was this record in what a run read? Yes only where a commit that the run saw covers its offset, made at least
// as many rows as it covers offsets, and nothing took rows out after it; no only where the run's data is known so
// exactly that it cannot have been; else it cannot be told, and why.
// Thread rule: none, pure functions.
#pragma once

#include "models/analysis/lineage/cut.h"

namespace tidemark {

struct RecordAnswer {
  Reached was_in = Reached::cannot_tell;
  std::string reason;
  std::string snapshot_id;  // that brought it
  std::string commit_id;
};
// `cluster` empty: of any.
RecordAnswer record_in(const SeenData& data, const ClusterName& cluster, const TopicPartition& partition,
                       std::int64_t offset);

}  // namespace tidemark
