// SPDX-License-Identifier: GPL-3.0-or-later
// Pruner: keeps the timeline within its age and size by dropping the oldest sealed blocks with their polls, at most
// 8 MB a step; what they said in buckets stays, and nothing goes before it is in buckets. Buckets of 5 min go after
// their own time, once they are in hours. Where the size is what bounds, samples go first, then buckets of 5 min, then
// hours. Events, states and gaps stay. Ages count back from the newest poll, so a story of last year is kept.
// Thread rule: the writer's thread, inside its transaction. SQLite's exceptions pass.
#pragma once

#include <cstdint>

#include "models/timeline/sql.h"
#include "models/timeline/writer.h"

namespace tidemark {

// Of a new file on a disk with so much room: at most a tenth of it.
Retention usual_retention(std::int64_t free_bytes);
// What the file says, and where it says nothing, what is usual.
Retention stored_retention(SQLite::Database& db);
void store_retention(SQLite::Database& db, const Retention& retention);
std::int64_t bytes_in_use(SQLite::Database& db);
// What must go for the file to be within its size.
std::int64_t bytes_over(SQLite::Database& db, std::int64_t max_bytes);

class Pruner final {
 public:
  Pruner(SQLite::Database& db, Retention retention);
  // Is there anything too old, too much or half dropped? Cheap.
  bool pending();
  // Drops at most one slice.
  void step();
  // True where the file is at its bound and nothing is left to drop.
  bool stuck() const { return stuck_; }

 private:
  struct Victim {
    std::int64_t lane = 0;
    std::int64_t block = 0;
  };
  struct Part {
    std::int64_t level = 0;
    std::int64_t lane = 0;
    std::int64_t piece = 0;
  };
  std::optional<Victim> orphan();
  std::optional<Victim> too_old();
  std::optional<Victim> oldest_sealed();
  std::optional<Part> old_buckets();
  std::optional<Part> oldest_part();
  bool too_large() { return bytes_over(db_, retention_.max_bytes) > 0; }
  void drop_block(const Victim& victim);
  void drop_polls(const Victim& victim);
  void drop_part(const Part& part);
  void drop_series(std::int64_t lane);

  SQLite::Database& db_;
  Retention retention_;
  bool stuck_ = false;
};

}  // namespace tidemark
