// SPDX-License-Identifier: GPL-3.0-or-later
// StateTracker and ErrorTracker: polls repeat what they see; these keep what is open and write only what changed.
// Memory: one entry per open state (object, aspect, value) and per error that lasts.
// Thread rule: the writer's thread. SQLite's exceptions pass.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "models/domain/sample.h"
#include "models/timeline/lane_state.h"
#include "models/timeline/sql.h"

namespace tidemark {

class StateTracker final {
 public:
  explicit StateTracker(SQLite::Database& db);
  void load();
  // `before` is the last poll of the lane of `poll`, none for its first one in this file or this run.
  void store(SourceId source, const Poll& poll, const std::optional<LaneState::Last>& before);

 private:
  struct Open {
    std::int64_t row = 0;
    std::optional<std::string> value;
    std::string detail;
    std::optional<LocalTime> seen;  // the last poll that said so, none before the first one of this run
  };
  void change(SourceId source, const StateSample& sample, std::optional<LocalTime> from_lo, LocalTime now, Open& open);

  SQLite::Statement insert_;
  SQLite::Statement close_;
  SQLite::Database& db_;
  std::unordered_map<std::string, Open> open_;  // by source, object, aspect
};

class ErrorTracker final {
 public:
  explicit ErrorTracker(SQLite::Database& db);
  void load();
  void store(LaneId lane, std::int64_t seq, const std::vector<PollError>& errors);

 private:
  using Key = std::tuple<std::string, Reason, std::string, bool>;
  SQLite::Statement insert_;
  SQLite::Statement close_;
  SQLite::Database& db_;
  std::map<LaneId, std::map<Key, std::int64_t>> open_;  // rows
};

}  // namespace tidemark
