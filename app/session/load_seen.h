// SPDX-License-Identifier: GPL-3.0-or-later
// What a view over a time is drawn from: the samples, or where a view has fewer pixels than there are samples, or the
// samples are gone, buckets told as polls (models/analysis/coarse.h).
// Thread rule: the thread that owns the reader.
#pragma once

#include "app/session/view_data.h"

namespace tidemark {

// For the series and the window of `request`.
Result<Grain> level_for(TimelineReader& reader, const ViewData& data, const SnapshotRequest& request);
// `level` is not raw.
Result<std::shared_ptr<const Snapshot>> load_coarse(TimelineReader& reader, Grain level,
                                                    const SnapshotRequest& request);
// One or the other.
Result<std::shared_ptr<const Snapshot>> load_seen(TimelineReader& reader, const ViewData& data,
                                                  const SnapshotRequest& request);

}  // namespace tidemark
