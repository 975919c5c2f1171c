// SPDX-License-Identifier: GPL-3.0-or-later
// How old the last record of a partition is: from the collector's look-up where there is one, else from when the high
// mark last rose. Room-internal. Thread rule: none, pure function. Units: ms.
#pragma once

#include "models/analysis/reading.h"

namespace tidemark {

struct PartitionKey {
  ClusterName cluster;
  Object partition;
};

struct LastRecord {
  Known<Millis> age = Reason::no_history;
  Known<Millis> error = Reason::no_history;
};

LastRecord last_record(const Snapshot& snapshot, const PartitionKey& key, LocalTime at);

}  // namespace tidemark
