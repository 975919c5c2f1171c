// SPDX-License-Identifier: GPL-3.0-or-later
// What a SnapshotRequest asks for. Pure functions; any thread.
#pragma once

#include "models/domain/snapshot.h"

namespace tidemark {

bool wants_cluster(const SnapshotRequest& request, const ClusterName& cluster);
// False for partitions and topics that were not asked for.
bool wants_topic(const SnapshotRequest& request, const Object& object);
// Whatever its cluster.
bool wants_series(const SnapshotRequest& request, const SeriesSpec& spec);

}  // namespace tidemark
