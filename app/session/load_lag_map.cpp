// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/load_lag_map.h"

#include <algorithm>
#include <map>

namespace tidemark {
namespace {
constexpr std::size_t at_once = 2500;  // marks of groups: over 720 columns 58 MB

struct Wanted {
  std::vector<std::vector<std::string>> topics;  // to read together
  std::size_t marks = 0;
};

Result<Wanted> wanted_of(TimelineReader& reader) {
  TM_TRY(const std::vector<Column> columns, reader.catalogue());
  std::map<TopicName, std::size_t> marks;
  for (const Column& column : columns)
    if (const auto tp = object::as_partition(column.spec.object); tp && signal::group_of(column.spec.signal))
      ++marks[tp->topic];
  Wanted out;
  std::size_t room = 0;
  for (const auto& [topic, count] : marks) {
    if (count > room) {
      out.topics.emplace_back();
      room = at_once;
    }
    room -= std::min(room, count);
    out.topics.back().push_back(topic.value());
    out.marks += count;
  }
  return out;
}
}  // namespace

Result<LagMap> load_lag_map(TimelineReader& reader, LocalTime from, LocalTime to, Millis interval,
                            std::size_t most_columns) {
  TM_TRY(const std::vector<LevelReach> there, reader.levels());
  TM_TRY(const Wanted wanted, wanted_of(reader));
  const Grain level = lag_map_level(from, to, wanted.marks, there, interval);
  LagMapBuilder map(from, to, level, level == Grain::raw ? interval : width(level), most_columns);
  SnapshotRequest request{from, to};
  request.states = request.events = false;
  request.signal_prefixes = {"group:"};
  for (const auto& topics : wanted.topics) {
    request.topic_names = topics;
    if (level == Grain::raw) {
      request.signal_names = {signal::high.value()};
      TM_TRY(const auto samples, reader.load(request));
      map.add(*samples);
    } else {
      TM_TRY(const auto buckets, reader.load_level({.of = request, .level = level, .values = false, .lags = true}));
      map.add(*buckets);
    }
  }
  return std::move(map).finish();
}

}  // namespace tidemark
