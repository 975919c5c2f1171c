// SPDX-License-Identifier: GPL-3.0-or-later
// TimelineExport: everything stored in a window as text, in an order that depends on the content only: neither ids nor
// what is hot and what sealed show.
// Thread rule: the connection's thread, inside its read transaction. SQLite's exceptions pass; errors: `damaged`,
// `cancelled`, `storage` where the stream takes no more.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "models/domain/sample.h"
#include "models/timeline/block_reader.h"

namespace tidemark {

class TimelineExport final {
 public:
  TimelineExport(SQLite::Database& db, BlockReader& blocks, std::ostream& out, LocalTime from, LocalTime to)
      : db_(db), blocks_(blocks), out_(out), from_(ms(from)), to_(ms(to)) {}
  Result<> ndjson();
  Result<> csv();
  Result<> openmetrics();

 private:
  struct Lane {
    LaneId id;
    LaneSpec spec;
  };
  struct Life {
    SeriesId id;
    SeriesSpec spec;
    std::int64_t born = 0;
    std::optional<std::int64_t> died;
  };
  using SampleLine =
      std::function<void(const Lane&, const Life&, std::int64_t seq, std::int64_t wall, std::int64_t value, Reason)>;
  std::vector<Lane> lanes();
  std::vector<Life> lives(LaneId lane);
  void write_sources();
  void write_lane(const Lane& lane);
  void write_polls(const Lane& lane);
  void write_errors(const Lane& lane);
  void write_gaps(const Lane& lane);
  void write_states();
  void write_events();
  void write_commits();
  Result<> samples(const Lane& lane, const SampleLine& line) { return samples_of(lane, lives(lane.id), line); }
  Result<> samples_of(const Lane& lane, const std::vector<Life>& all, const SampleLine& line);
  Result<> block_samples(const Lane& lane, std::int64_t block, std::span<const Life> lives, const SampleLine& line);
  Result<> finished();

  SQLite::Database& db_;
  BlockReader& blocks_;
  std::ostream& out_;
  std::int64_t from_;
  std::int64_t to_;
};

}  // namespace tidemark
