// SPDX-License-Identifier: GPL-3.0-or-later
// TimelineCheck: reads everything in a file and says what does not fit together.
// Thread rule: the connection's thread, inside its read transaction. SQLite's exceptions pass; error: `cancelled`.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "models/timeline/hot_codec.h"
#include "models/timeline/reader.h"
#include "models/timeline/sql.h"

namespace tidemark {

class TimelineCheck final {
 public:
  TimelineCheck(SQLite::Database& db, int schema, const std::atomic<bool>& cancelled)
      : db_(db), schema_(schema), cancelled_(cancelled) {}
  Result<std::vector<TimelineFault>> run();

 private:
  struct Life {
    std::int64_t born = 0;
    std::optional<std::int64_t> died;
  };
  struct Lane {
    std::int64_t id = 0;
    std::int64_t first = 0;  // seq of its oldest and newest poll
    std::int64_t last = -1;
    std::unordered_map<std::int64_t, Life> series;
  };
  void integrity();
  std::vector<Lane> lanes();
  void polls(const Lane& lane);
  void block(const Lane& lane, std::int64_t block);
  // The series found in a block; none where it is not stored that way.
  std::unordered_map<std::int64_t, int> hot(const Lane& lane, std::int64_t block, std::int64_t first,
                                            std::int64_t last);
  std::unordered_map<std::int64_t, int> segments(const Lane& lane, std::int64_t block, std::int64_t first,
                                                 std::int64_t last);
  void members(const Lane& lane, const std::unordered_map<std::int64_t, int>& found, std::int64_t first,
               std::int64_t last, const std::string& where);
  void loose(const std::vector<Lane>& lanes);
  void states();
  void fault(std::string where, std::string what) { faults_.push_back({std::move(where), std::move(what)}); }

  SQLite::Database& db_;
  const int schema_;
  const std::atomic<bool>& cancelled_;
  std::vector<TimelineFault> faults_;
};

}  // namespace tidemark
