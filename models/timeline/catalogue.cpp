// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/catalogue.h"

#include <map>

namespace tidemark {

bool Catalogue::refresh(SQLite::Database& db) {
  const std::int64_t version = number(db, "SELECT value FROM meta WHERE key = 'catalogue'").value_or(0);
  if (version == version_) return false;
  sources.clear();
  lanes.clear();
  columns.clear();
  by_key.clear();
  read(db);
  version_ = version;
  return true;
}

void Catalogue::read(SQLite::Database& db) {
  std::map<std::int64_t, std::size_t> source_by_id, lane_by_id;
  SQLite::Statement source(db, "SELECT id, kind, name, cluster FROM source ORDER BY id");
  while (source.executeStep()) {
    const std::int64_t id = source.getColumn(0).getInt64();
    source_by_id[id] = sources.size();
    sources.push_back({SourceId(id), SourceSpec{text_of(source.getColumn(1)), text_of(source.getColumn(2)),
                                                ClusterName(text_of(source.getColumn(3)))}});
  }
  SQLite::Statement lane(db, "SELECT id, source, name, interval_ms FROM lane ORDER BY id");
  while (lane.executeStep()) {
    const auto of = source_by_id.find(lane.getColumn(1).getInt64());
    if (of == source_by_id.end()) continue;
    lane_by_id[lane.getColumn(0).getInt64()] = lanes.size();
    lanes.push_back({LaneId(lane.getColumn(0).getInt64()),
                     of->second,
                     text_of(lane.getColumn(2)),
                     Millis(lane.getColumn(3).getInt64()),
                     {}});
  }
  SQLite::Statement series(db, "SELECT id, lane, signal, object, unit, scale10 FROM series ORDER BY lane, id");
  while (series.executeStep()) {
    const auto of = lane_by_id.find(series.getColumn(1).getInt64());
    if (of == lane_by_id.end()) continue;
    const SeriesId id(series.getColumn(0).getInt64());
    SeriesSpec spec{Signal(text_of(series.getColumn(2))), Object(text_of(series.getColumn(3))),
                    text_of(series.getColumn(4)), series.getColumn(5).getInt()};
    std::vector<std::size_t>& same =
        by_key[SeriesKey{sources[lanes[of->second].source].spec.cluster, spec.signal, spec.object}];
    bool joined = false;
    for (const std::size_t column : same) {
      if (columns[column].lane != of->second || columns[column].spec != spec) continue;
      columns[column].lives.push_back(id);
      joined = true;
    }
    if (joined) continue;
    same.push_back(columns.size());
    columns.push_back({of->second, std::move(spec), {id}});
  }
}

}  // namespace tidemark
