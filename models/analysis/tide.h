// SPDX-License-Identifier: GPL-3.0-or-later
// Tide: the marks of one partition, or their sums over the partitions of a topic, as curves over time, and what a
// vertical line through them measures. This is the data of the tide chart; painting it is the views' business. A sum is
// taken at the polls of the lane that reads most of the partitions; it is known only where every partition in it is.
// With a group chosen, a sum runs over the partitions the group has an offset in, for every mark alike, so that the
// distance between two lines is the gap of the same records.
// Thread rule: none, pure functions. Units: offsets or sums of offsets, local ms.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "models/analysis/timed_points.h"

namespace tidemark {

enum class Mark : std::uint8_t { floor, table, group, stable, high };
inline constexpr std::size_t mark_count = 5;

struct TideSelection {
  ClusterName cluster;
  TopicName topic;
  std::optional<PartitionId> partition;  // none: the sum over the topic
  std::optional<GroupId> group;          // none: tide_chart() takes the one furthest behind
  std::optional<TableName> table;
  bool operator==(const TideSelection&) const = default;
};

using TidePoint = TimedPoint;
using TideBlank = TimeBlank;

struct TideLine {
  Mark mark = Mark::high;
  std::vector<TidePoint> points;  // ascending by time; an unknown point breaks the line
};

struct TideChart {
  TideSelection selection;  // with the group and table that were taken
  LocalTime from;
  LocalTime to;
  std::vector<TideLine> lines;  // the marks that have a known point, and the table's; at most one each
  std::vector<TideBlank> blanks;
  std::optional<LocalTime> rebuilt_until;  // the last of the marks that were rebuilt, not collected
  std::vector<Event> events;               // of the topic, its partitions, the group, brokers and the cluster
  std::size_t partitions = 0;              // in the sum
  std::size_t partitions_all = 0;          // of the topic
  std::vector<PartitionId> partition_ids;
  std::vector<GroupId> groups;
  std::vector<TableName> tables;

  const TideLine* line(Mark mark) const;
};

TideChart tide_chart(const Snapshot& snapshot, const TideSelection& selection, LocalTime from, LocalTime to);

// How old the record at a mark is: since when the high mark is above it.
struct TideAge {
  LocalTime since;
  Millis age{};
  Millis error{};
  bool at_least = false;  // the record is older than the chart's first point
};

// What a vertical line measures. It stands at a poll, so every value is a sample and none an interpolation.
struct TideMeasure {
  LocalTime at;
  std::array<Known<std::int64_t>, mark_count> values = {
      Reason::never_polled, Reason::never_polled, Reason::never_polled, Reason::never_polled, Reason::never_polled};
  Known<std::int64_t> unread = Reason::never_polled;            // stable - group
  Known<std::int64_t> not_landed = Reason::never_polled;        // group - table
  Known<std::int64_t> open_transaction = Reason::never_polled;  // high - stable
  Known<TideAge> unread_age = Reason::no_history;
  Known<TideAge> not_landed_age = Reason::no_history;

  const Known<std::int64_t>& of(Mark mark) const { return values[static_cast<std::size_t>(mark)]; }
};

// At the poll nearest to `at`; none where the chart has no point at all.
std::optional<TideMeasure> tide_measure(const TideChart& chart, LocalTime at);

}  // namespace tidemark
