// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what the paths with more than one hop need: the time that is asked for, and for each hop the time until which
// what it wrote is at the end. Thread rule: that of the source.
#pragma once

#include "models/analysis/hop_journey.h"
#include "models/analysis/hops.h"

namespace tidemark {

struct LoadedHops {
  std::shared_ptr<const Snapshot> now;
  std::vector<HopPath> paths;  // of pipelines of `profile`, which they point into
};

Result<LoadedHops> load_hops(SnapshotSource& timeline, const Profile& profile, const Filter& filter, LocalTime at);
// The paths with more than one hop to where something is promised of them, as freshness_rows() takes them; nothing is
// read where there are none.
Result<std::vector<HopPath>> load_promised_hops(SnapshotSource& timeline, const Profile& profile, LocalTime at);

// Where a record went beyond its topic, along every path of the profile that leads on from there.
Result<std::vector<JourneyRow>> load_hop_journey(SnapshotSource& timeline, const Profile& profile,
                                                 const JourneyRequest& record, Offset offset, LocalTime at);

}  // namespace tidemark
