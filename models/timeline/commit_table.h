// SPDX-License-Identifier: GPL-3.0-or-later
// CommitTable: the commits of tables with their ranges: written once per table and snapshot, overwritten when a later
// poll knows more, read as SeenCommits. Thread rule: the connection's thread, inside its transaction. SQLite's
// exceptions pass.
#pragma once

#include <map>
#include <vector>

#include "models/domain/snapshot.h"
#include "models/timeline/lane_state.h"
#include "models/timeline/sql.h"

namespace tidemark {

class CommitTable final {
 public:
  explicit CommitTable(SQLite::Database& db);
  // `before` is the last poll of the lane of `poll`, none for its first one in this file or this run.
  void store(SourceId source, const Poll& poll, const std::optional<LaneState::Last>& before);

 private:
  struct Seen {
    std::optional<LocalTime> lo;
    LocalTime hi;
  };
  void insert(SourceId source, const TableCommit& commit, const Seen& seen);

  SQLite::Statement find_, snapshot_, drop_, range_, drop_ranges_;
  SQLite::Database& db_;
};

// Those of `sources` (index by id) first seen up to `to`: since `from`, and at least `min` of each table. Where these
// leave a hole between their offsets, those before them that may hold a part of it too, the newest `most_behind`: a
// writer that was put back far has it from then.
constexpr std::size_t most_behind = 1'000;
std::vector<SeenCommit> load_commits(SQLite::Database& db, const std::map<std::int64_t, std::size_t>& sources,
                                     LocalTime from, LocalTime to, std::size_t min);

}  // namespace tidemark
