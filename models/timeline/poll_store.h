// SPDX-License-Identifier: GPL-3.0-or-later
// PollStore: turns one Poll into rows. Works inside the caller's transaction; after a rollback load() starts afresh
// from the file. Thread rule: the writer's thread. SQLite's exceptions pass; load() answers `damaged` for hot rows that
// do not decode.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>

#include "models/timeline/commit_table.h"
#include "models/timeline/lane_state.h"
#include "models/timeline/registry.h"
#include "models/timeline/sql.h"
#include "models/timeline/trackers.h"

namespace tidemark {

class PollStore final {
 public:
  struct Block {
    LaneId lane;
    std::int64_t block = 0;
  };
  struct Stored {
    SourceSpec source;
    std::string lane;
    std::int64_t seq = 0;
    std::size_t unknown = 0;      // samples that belong to no living series
    std::optional<Block> filled;  // the block that this poll completed
  };

  PollStore(SQLite::Database& db, Registry& registry);
  Result<> load();
  // None where the lane was never handed out.
  std::optional<Stored> store(const Poll& poll);
  // Blocks with hot rows that no poll will be added to.
  std::vector<Block> unsealed();

 private:
  Result<> load_lane(const Registry::Lane& lane);
  void load_series();
  LaneState& state_of(const Registry::Lane& lane);
  void write_lane(const Registry::Lane& lane);
  void write_poll(const Poll& poll, std::int64_t seq);
  void write_series(LaneId lane, const LaneState::Step& step);
  void write_events(SourceId source, const Poll& poll);
  void write_gaps(const Registry::Lane& lane, const Poll& poll, const LaneState::Last& last);
  std::int64_t boot_id(const std::string& boot);

  SQLite::Database& db_;
  Registry& registry_;
  StateTracker states_;
  ErrorTracker errors_;
  CommitTable commits_;
  std::map<LaneId, LaneState> lanes_;
  std::map<std::string, std::int64_t> boots_;
  SQLite::Statement poll_, hot_, born_, died_, revived_, event_, gap_;
};

}  // namespace tidemark
