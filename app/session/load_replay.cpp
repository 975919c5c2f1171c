// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/load_replay.h"

#include <algorithm>

#include "app/session/replays.h"

namespace tidemark {
namespace {
constexpr auto day = std::chrono::hours(24);
}

Result<> load_replay(TimelineReader& reader, ViewData& data) {
  const LocalTime from = std::min(data.from, data.at - day);
  TM_TRY(const auto marks, reader.load(replay_marks_request(from, data.at)));
  TM_TRY(const auto declared, declared_replays(data.status.path, *marks, data.at));
  const auto topics = replay_topics(*marks, declared, data.at);
  const ReplayAsked asked{from, data.at, std::nullopt};
  const auto request = replay_request(from, data.at, topics, declared);
  std::vector<ReplayRow> rows;
  if (request) {
    TM_TRY(const auto snapshot, reader.load(*request));
    rows = replay_rows(*snapshot, declared, asked);
  } else {
    rows = replay_rows(*marks, declared, asked);
  }
  data.replays = std::make_shared<const Replays>(replays_of(std::move(rows), data.at));
  return {};
}

}  // namespace tidemark
