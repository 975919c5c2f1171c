// SPDX-License-Identifier: GPL-3.0-or-later
// LagMap: the lag of every group in every partition over a window, as shades that only have to be painted: one row a
// partition, and one a group and topic with the sum of its partitions. A cell is the highest lag that was seen in its
// column; a sum is of what is known, at its highest. Shades are a logarithmic scale up to a power of ten. The rows of
// the overview are those of the partitions, as many together as it takes; each shows the highest of them.
// Thread rule: none, pure functions and values. Units: records, local ms.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "models/analysis/branch.h"
#include "models/domain/levels.h"

namespace tidemark {

namespace shade {
inline constexpr std::uint8_t unknown = 0;
inline constexpr std::uint8_t none = 1;  // lag 0
std::uint8_t of(double lag, double top);
// What a shade stands for, at most.
double lag(std::uint8_t shade, double top);
}  // namespace shade

struct LagMapRow {
  ClusterName cluster;
  GroupId group;
  TopicPartition partition;  // of a sum: of the partition that was worst
  Known<std::int64_t> highest = Reason::no_history;
  Known<LocalTime> highest_at = Reason::no_history;  // begin of its column
  Known<std::int64_t> newest = Reason::no_history;   // at the end of the window
  std::size_t known = 0;                             // columns; of a sum: with all of its partitions
  std::size_t at = 0;                                // where its cells begin
};
using LagMapBranches = std::vector<Branch<LagMapRow, LagMapRow>>;

struct LagMap {
  LocalTime from;  // begin of the first column
  Millis column{};
  std::size_t columns = 0;
  Grain level = Grain::raw;
  double top = 10;      // the lag of the darkest shade
  LagMapBranches rows;  // worst first
  std::vector<float> lags;
  std::vector<std::uint8_t> shades;    // beside `lags`
  std::vector<std::uint8_t> overview;  // overview_rows x columns
  std::size_t overview_rows = 0;
  std::size_t partitions = 0;

  LocalTime to() const { return from + column * static_cast<std::int64_t>(columns); }
  std::span<const std::uint8_t> shades_of(const LagMapRow& row) const {
    return std::span(shades).subspan(row.at, columns);
  }
};

// Takes what was read topic by topic, so that never all of it is in memory: samples, or buckets of one level.
class LagMapBuilder final {
 public:
  // `step`: of a bucket, or of the polls. Columns are whole multiples of it.
  LagMapBuilder(LocalTime from, LocalTime to, Grain level, Millis step, std::size_t most_columns);
  // Lags of load_level(). All partitions of a topic come in one call.
  void add(const LevelData& level);
  // Marks of groups beside the high marks of the same lane.
  void add(const Snapshot& samples);
  LagMap finish() &&;

 private:
  // What falls into the columns of a row.
  struct Cells {
    std::vector<float> lags;            // below 0: unknown
    std::vector<std::uint8_t> in_part;  // of a sum: something of it was not known
    Known<std::int64_t> highest = Reason::no_history;
    std::size_t highest_column = 0;
    Known<std::int64_t> newest = Reason::no_history;
    LocalTime newest_until;
  };
  struct Group {
    Cells sum;
    std::map<PartitionId, Cells> partitions;
  };
  struct Part {
    PartitionId partition;
    std::size_t column = 0;  // of what is read
    std::size_t high = 0;    // beside it, of samples
  };
  // A look at `from`, which holds until `to`.
  struct Slot {
    LocalTime from;
    LocalTime to;
  };
  using Key = std::tuple<ClusterName, GroupId, TopicName>;

  static std::vector<Slot> slots_of(const LaneInfo& lane);
  std::size_t column_of(LocalTime time) const;
  void put(Cells& cells, const Slot& slot, std::int64_t highest, std::int64_t last) const;
  // `lag` of a part at a slot: highest and last.
  template <class Lag>
  void add_group(Group& group, const std::vector<Part>& parts, const std::vector<Slot>& slots, Lag&& lag);
  LagMapRow row_of(const Key& key, Cells&& cells);
  void shade_all();
  void sum_up();

  LagMap map_;
  std::map<Key, Group> groups_;
};

// The coarsest level that gives such a map its columns, and that does not take more than a moment to read.
Grain lag_map_level(LocalTime from, LocalTime to, std::size_t series, std::span<const LevelReach> there,
                    Millis interval);

}  // namespace tidemark
