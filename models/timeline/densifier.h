// SPDX-License-Identifier: GPL-3.0-or-later
// Densifier: writes segments that nobody looks at often any more in their densest form, one a step, when the writer has
// nothing else to do. How far it has come stands in the file, by lane.
// Thread rule: the writer's thread, inside its transaction. SQLite's exceptions pass. A segment that does not decode
// stays as it is: readers and check() say so.
#pragma once

#include <deque>

#include "models/domain/time.h"
#include "models/timeline/placed_series.h"
#include "models/timeline/segment_codec.h"

namespace tidemark {

class Densifier final {
 public:
  // Blocks are due so long after their last poll, by the lane's own newest poll.
  Densifier(SQLite::Database& db, Millis after);

  // Looks for blocks that are due; forgets what it was at.
  void look();
  bool pending() const { return !due_.empty(); }
  void step();

 private:
  struct Block {
    std::int64_t lane = 0, block = 0;
  };
  void leave_front();
  std::optional<Bytes> denser(ByteView segment);

  Millis after_;
  std::deque<Block> due_;
  std::int64_t next_group_ = 0;  // of the front block
  SeriesOrder order_;
  SQLite::Statement lanes_, blocks_, segment_, replace_, done_;
};

}  // namespace tidemark
