// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/load_seen.h"

#include <algorithm>

#include "models/analysis/coarse.h"
#include "models/timeline/wanted.h"

namespace tidemark {

Result<Grain> level_for(TimelineReader& reader, const ViewData& data, const SnapshotRequest& request) {
  TM_TRY(const std::vector<LevelReach> there, reader.levels());
  TM_TRY(const std::vector<Column> columns, reader.catalogue());
  const auto rows = static_cast<std::size_t>(
      std::ranges::count_if(columns, [&](const Column& column) { return wants_series(request, column.spec); }));
  return choose_level(request.from, request.to, data.request.columns, rows, there, data.status.interval);
}

Result<std::shared_ptr<const Snapshot>> load_coarse(TimelineReader& reader, Grain level,
                                                    const SnapshotRequest& request) {
  TM_TRY(const auto buckets, reader.load_level({.of = request, .level = level}));
  return coarse_snapshot(*buckets);
}

Result<std::shared_ptr<const Snapshot>> load_seen(TimelineReader& reader, const ViewData& data,
                                                  const SnapshotRequest& request) {
  TM_TRY(const Grain level, level_for(reader, data, request));
  return level == Grain::raw ? reader.load(request) : load_coarse(reader, level, request);
}

}  // namespace tidemark
