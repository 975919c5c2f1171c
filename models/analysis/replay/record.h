// SPDX-License-Identifier: GPL-3.0-or-later
// Track record: what the forecasts of replays that are over said at a share of their way. Room-internal.
// Thread rule: none, pure function.
#pragma once

#include "models/analysis/replay/replay.h"

namespace tidemark {

// `ended`: replays that are over, with when.
struct EndedReplay {
  const FoundReplay* replay = nullptr;
  LocalTime at;
};
TrackRecord track_record(const Snapshot& snapshot, const std::vector<EndedReplay>& ended, const FoundReplay& of,
                         double share);

}  // namespace tidemark
