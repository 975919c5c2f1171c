// SPDX-License-Identifier: GPL-3.0-or-later
// TimelineFeed: what was stored after a position, in the order of its times, for those who pass a timeline on while it
// is written. It holds nothing but its connection: the position is the caller's. What is unknown is left out; where a
// series was known in the poll before, its end is said. Thread rule: one thread. Errors: those of TimelineReader.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "models/timeline/block_reader.h"
#include "models/timeline/metric_name.h"
#include "models/timeline/read_file.h"

namespace tidemark {

// A poll: of a lane the last one that was passed on.
struct FeedPlace {
  LaneId lane;
  std::int64_t seq = -1;
  LocalTime wall;
  bool operator==(const FeedPlace&) const = default;
};

struct FeedSample {
  std::size_t metric = 0;  // index into FeedPage::metrics
  LocalTime wall;
  double value = 0;   // above 2^53 not every whole number
  bool ends = false;  // there is no value: the series was known before and is not here
};

struct FeedPoll {
  FeedPlace place;
  std::size_t end = 0;  // its samples end there; they begin where those of the poll before end
};

struct FeedPage {
  std::vector<MetricName> metrics;
  std::vector<FeedSample> samples;
  std::vector<FeedPoll> polls;  // by time; those of one lane by seq
  std::int64_t lost = 0;        // polls that retention took before they were read
};

class TimelineFeed final {
 public:
  static Result<std::unique_ptr<TimelineFeed>> open(const std::string& path);

  // The next polls after these places, of lanes that have none those since `from`: as many as have no more cells than
  // wanted, but one at least. A place that is of another timeline counts by its time. No polls: there is no more.
  Result<FeedPage> next(const std::vector<FeedPlace>& after, LocalTime from, std::size_t most_cells);

 private:
  struct Life;
  struct Waiting;
  TimelineFeed(std::string path, ReadFile file);
  Result<FeedPage> page(const std::vector<FeedPlace>& after, LocalTime from, std::size_t most_cells);
  std::vector<Waiting> waiting(const std::vector<FeedPlace>& after, LocalTime from);
  std::optional<std::int64_t> first_since(LaneId lane, LocalTime from);
  std::optional<std::int64_t> first_after(Waiting& lane, const FeedPlace& after);
  void polls_of(Waiting& lane, std::int64_t first);
  void lives_of(Waiting& lane);
  Result<> read(Waiting& lane);
  Result<> read_block(Waiting& lane, std::int64_t block);

  const std::string path_;
  ReadFile file_;
  std::atomic<bool> cancelled_ = false;
  BlockReader blocks_;
};

}  // namespace tidemark
