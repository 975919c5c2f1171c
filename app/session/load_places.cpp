// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/load_places.h"

#include "models/timeline/reader.h"

namespace tidemark {

Result<Places> load_places(const std::string& timeline) {
  TM_TRY(const auto reader, TimelineReader::open(timeline));
  TM_TRY(const std::vector<Column> all, reader->catalogue());
  TM_TRY(const TimelineReach reach, reader->reach());
  if (!reach.newest) return Places();
  SnapshotRequest request{*reach.newest, *reach.newest};
  request.signal_prefixes = {"table:"};
  request.events = false;
  TM_TRY(const auto now, reader->load(request));
  return places_of(all, *now);
}

}  // namespace tidemark
