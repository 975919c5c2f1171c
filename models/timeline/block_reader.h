// SPDX-License-Identifier: GPL-3.0-or-later
// BlockReader: the cells of chosen series over the polls of one block of a lane, from its hot rows or, once they are
// gone, from its segments.
// Thread rule: the connection's thread, inside its read transaction. SQLite's exceptions pass; errors: `damaged`,
// `cancelled`.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "models/domain/ids.h"
#include "models/domain/known.h"
#include "models/timeline/segment_codec.h"
#include "models/timeline/sql.h"

namespace tidemark {

class BlockReader final {
 public:
  BlockReader(SQLite::Database& db, const std::atomic<bool>& cancelled);
  ~BlockReader();
  BlockReader(const BlockReader&) = delete;
  BlockReader& operator=(const BlockReader&) = delete;

  // Where the cells of a series go; both spans reach as far as the positions below. Lives of one thing may share a
  // target: what is known wins over `deleted`, and that over `never-polled`, which is what the target is filled with
  // before.
  struct Target {
    std::span<std::int64_t> values;
    std::span<Reason> reasons;
    bool* present = nullptr;  // set where the series has a slot in one of the polls
  };
  using Targets = std::unordered_map<SeriesId, Target>;
  // positions[seq % 480] is the place of that poll in the targets, or -1.
  using Positions = std::array<std::int32_t, block_polls>;

  Result<> read(LaneId lane, std::int64_t block, const Positions& positions, const Targets& targets);

 private:
  void release();
  bool hot_block(LaneId lane, std::int64_t block);
  Result<> read_hot(LaneId lane, std::int64_t block, const Positions& positions, const Targets& targets);
  Result<> read_segments(LaneId lane, std::int64_t block, const Positions& positions, const Targets& targets);
  // Which of so many segments of a block the targets stood in, as far as blocks before told.
  std::vector<std::size_t> stood_in(const Targets& targets, std::size_t segments) const;
  Result<bool> wanted(std::int64_t row, const Targets& targets);
  // How many of the targets are in it.
  Result<std::size_t> decode(ByteView segment, std::size_t index, const Positions& positions, const Targets& targets);

  SQLite::Database& db_;
  const std::atomic<bool>& cancelled_;
  SQLite::Statement is_hot_, hot_, groups_, segment_;
  sqlite3_blob* blob_ = nullptr;
  std::unordered_map<SeriesId, std::size_t> stood_;  // the place of a series' segment in a block: mostly that of others
};

}  // namespace tidemark
