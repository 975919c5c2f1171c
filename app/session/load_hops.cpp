// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/load_hops.h"

#include <algorithm>

namespace tidemark {
namespace {
Result<std::shared_ptr<const Snapshot>> load(SnapshotSource& timeline, const std::vector<HopEnd>& ends, LocalTime at) {
  SnapshotRequest request = hop_request(at);
  TM_TRY(auto snapshot, timeline.load(request));
  request.crossings = hop_crossings(*snapshot, ends, at);
  if (request.crossings.empty()) return snapshot;
  return timeline.load(request);
}

Result<LoadedHops> walk(SnapshotSource& timeline, const Profile& profile, const std::vector<HopEnd>& ends,
                        LocalTime at) {
  LoadedHops out;
  TM_TRY(out.now, load(timeline, ends, at));
  for (const HopEnd& end : ends) {
    HopWalk walk(profile, end, *out.now, at);
    while (const auto time = walk.wants()) {
      if (*time == at) {
        walk.take(*out.now);
        continue;
      }
      TM_TRY(const auto then, load(timeline, {end}, *time));
      walk.take(*then);
    }
    out.paths.push_back(walk.path());
  }
  return out;
}
}  // namespace

Result<LoadedHops> load_hops(SnapshotSource& timeline, const Profile& profile, const Filter& filter, LocalTime at) {
  return walk(timeline, profile, hop_ends(profile, filter), at);
}

Result<std::vector<HopPath>> load_promised_hops(SnapshotSource& timeline, const Profile& profile, LocalTime at) {
  const std::vector<HopEnd> ends = promised_ends(profile);
  if (ends.empty()) return std::vector<HopPath>();
  TM_TRY(LoadedHops loaded, walk(timeline, profile, ends, at));
  return std::move(loaded.paths);
}

Result<std::vector<JourneyRow>> load_hop_journey(SnapshotSource& timeline, const Profile& profile,
                                                 const JourneyRequest& record, Offset offset, LocalTime at) {
  std::vector<JourneyRow> rows;
  const auto told = [&](const JourneyRow& row) {
    return std::ranges::any_of(rows, [&](const JourneyRow& other) {
      return other.cluster == row.cluster && other.partition.topic == row.partition.topic &&
             other.stages.size() == row.stages.size() && other.stages.back().ref == row.stages.back().ref;
    });
  };
  for (const HopEnd& end : hop_ends(profile)) {
    HopJourney journey(end, record, offset, at);
    while (const auto request = journey.wants()) {
      TM_TRY(const auto snapshot, timeline.load(*request));
      journey.take(*snapshot);
    }
    for (const JourneyRow& row : journey.rows())
      if (!told(row)) rows.push_back(row);
  }
  return rows;
}

}  // namespace tidemark
