// SPDX-License-Identifier: GPL-3.0-or-later
// Levels: what a timeline keeps of a series beside its samples: for each bucket of 5 minutes or an hour the last,
// lowest and highest value, how many polls knew it, and why the others did not. Buckets begin at whole multiples of
// their width since the epoch (UTC). A mark's bucket is its last value: of what only rises that is all there is to say.
// A sum of lags counts what is known of how many. Thread rule: values and pure functions.
// Units: local ms; values int64 times 10^-scale10 of the series.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "models/domain/snapshot.h"

namespace tidemark {

// Of a level: samples as they are, or buckets.
enum class Grain : std::uint8_t { raw, five_minutes, hour };
// 0 of raw samples: each stands for itself.
Millis width(Grain level);

struct Bucket {
  std::int64_t last = 0;  // by the order of polls; of marks also `low` and `high`
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::uint32_t known = 0;       // polls; 0: the values mean nothing
  Reason reason = Reason::none;  // the worst of the polls that did not know it
  bool reset = false;            // a mark fell within it, or was lower than in the bucket before
  bool operator==(const Bucket&) const = default;
};

// A bucket of a lane: which polls fell into it.
struct BucketTime {
  LocalTime start;
  LocalTime last;           // of the last poll in it, by the order of polls
  std::uint32_t polls = 0;  // 0: nobody looked
  bool operator==(const BucketTime&) const = default;
};

struct LevelLane {
  LaneId id;
  std::size_t source = 0;  // index into LevelData::sources
  std::string name;
  Millis interval{};              // of its polls
  std::vector<BucketTime> times;  // without a hole; all lanes have the same starts
};

struct LevelColumn {
  SeriesId id;
  std::size_t lane = 0;  // index into LevelData::lanes
  SeriesSpec spec;
  bool lag = false;             // of a group's mark: its distance to the high mark of the partition, poll by poll
  std::vector<Bucket> buckets;  // beside LevelLane::times

  // The last value of a bucket; where it is not known, why.
  Known<std::int64_t> at(std::size_t i) const {
    if (buckets[i].known > 0) return buckets[i].last;
    return buckets[i].reason;
  }
};

struct LevelData {
  Grain level = Grain::hour;
  std::vector<SourceInfo> sources;
  std::vector<LevelLane> lanes;
  std::vector<LevelColumn> columns;
  std::shared_ptr<const Snapshot> beside;  // states, events, commits and gaps of the window; its lanes have no polls
};

// Which series over which time: the filters of a SnapshotRequest and its window.
struct LevelRequest {
  SnapshotRequest of;
  Grain level = Grain::hour;  // not raw
  bool values = true;
  bool lags = false;  // of each group's mark that is read in one lane with the high mark
};

// Since when a level has something.
struct LevelReach {
  Grain level = Grain::raw;
  LocalTime oldest;
};

// What a view of so many pixel columns and rows (series) over [from, to] is drawn from: the coarsest level that has a
// bucket for each column; of raw samples as many are read as 24 h of 1,000 series have, of buckets half as many (four
// times that where the next level would have a bucket for ten columns only); and the level reaches back to `from`,
// where one does. `there` ascending by level; none: raw.
Grain choose_level(LocalTime from, LocalTime to, int columns, std::size_t rows, std::span<const LevelReach> there,
                   Millis interval);

// Sums over partitions, bucket by bucket: of what is known, with how many that is.
struct LagSumBucket {
  std::int64_t last = 0;     // the sum of the last values
  std::int64_t highest = 0;  // the highest lag of one partition
  std::uint32_t known = 0;   // partitions; 0: the values mean nothing
  std::uint32_t all = 0;
  Reason reason = Reason::none;  // the worst of the partitions that are not known
};
// `lags` are columns of one lane.
std::vector<LagSumBucket> sum_of_lags(std::span<const LevelColumn* const> lags);

// The one that says more of what is wrong; `none` is the least.
Reason worse_reason(Reason a, Reason b);

// high - committed; ambiguous where the group is ahead of a high mark that was read later.
Known<std::int64_t> lag_between(const Known<std::int64_t>& committed, const Known<std::int64_t>& high);

// What only rises, unless it is reset: floor, stable, high, group:G, table:T.
bool is_mark(const Signal& signal);

// The port for levels, beside SnapshotSource.
class LevelSource {
 public:
  virtual ~LevelSource() = default;
  virtual Result<std::vector<LevelReach>> levels() = 0;
  virtual Result<std::shared_ptr<const LevelData>> load_level(const LevelRequest& request) = 0;
};

}  // namespace tidemark
