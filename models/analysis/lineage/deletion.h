// SPDX-License-Identifier: GPL-3.0-or-later
// Deletion: is it proven that a record which deletes its key was applied everywhere? The deleting record was produced
// at A; each table that its topic feeds has a commit that covers it and took rows out; each sink that is asked for the
// key no longer has it, at B. What nobody looked at is not proven, and a commit that took no rows out is a proof of the
// opposite as long as no later one did.
// Thread rule: none, pure functions. Times are local ms; of a table's commits by the lake's clock.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/document.h"
#include "models/analysis/lineage/cut.h"

namespace tidemark {

struct DeletionQuestion {
  ClusterName cluster;
  TopicPartition partition;
  std::int64_t offset = 0;  // of the record that deletes
  std::string key;          // as sinks are asked for it; empty: none is
};

struct DeletionPart {
  std::string part;    // tombstone | table | index
  std::string object;  // "partition:orders/3", "table:lake.orders", "sink:vectors"
  Reached done = Reached::cannot_tell;
  Known<LocalTime> at = Reason::no_history;
  Known<Millis> error = Reason::no_history;
  Evidence evidence = Evidence::unknown;  // exact: the key itself was asked for; derived: rows went, whose is not told
  std::string reason;
};

struct DeletionProof {
  Reached proven = Reached::cannot_tell;
  std::vector<DeletionPart> parts;
};

// Commits, states, and the high mark's crossing of the offset.
SnapshotRequest deletion_request(LocalTime at, const DeletionQuestion& question);
DeletionProof deletion_of(const Snapshot& snapshot, LocalTime at, const DeletionQuestion& question);
Document deletion_document(const Snapshot& snapshot, LocalTime at, const DeletionQuestion& question);

}  // namespace tidemark
