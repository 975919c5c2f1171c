// SPDX-License-Identifier: GPL-3.0-or-later
// Lines: how each path in the scope of a drill went, poll by poll: what was unread, not landed, how old its end was;
// and of each partition when its group or its table stood still while records waited. A point is unknown where that of
// one partition is. Room-internal. Thread rule: none, pure functions. Units: offsets, ms.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "models/analysis/drill/sight.h"
#include "models/analysis/marks.h"
#include "models/analysis/onset/change.h"
#include "models/analysis/tables.h"

namespace tidemark {

struct DrillPoint {
  LocalTime at;
  Known<std::int64_t> value = Reason::no_history;
  Millis error{};   // of an age
  Millis behind{};  // the oldest poll that it is made of is so much older
};
using DrillLine = std::vector<DrillPoint>;  // ascending

struct DrillPart {
  TopicPartition partition;
  std::vector<MarkPoll> group;  // ascending
  std::vector<MarkPoll> table;  // the table's offset as if it were a group's; empty: no table
};

struct DrillPath {
  ClusterName cluster;
  std::string name;
  TopicName topic;
  GroupId group;
  std::string connector;
  std::vector<TableName> tables;  // that tell offsets
  std::string named_table;        // by its pipeline; empty: none
  Known<Millis> target = Reason::not_applicable;
  Millis interval{10'000};  // between two polls
  Millis cadence{};         // between two landings as a rule; 0: no table
  std::vector<DrillPart> parts;
  DrillLine unread, not_landed, age;

  bool ends_at_table = false;

  bool has_table() const { return !tables.empty() || !named_table.empty(); }
};

// With points in [from, sight.at].
std::vector<DrillPath> drill_paths(const DrillSight& sight, LocalTime from);
// Their topics and tables by name.
Filter near_filter(const Filter& filter, const std::vector<DrillPath>& paths);

// A stretch in which something stood still: the last poll before which it moved, and the first at which it had moved
// again, or the last one that there is.
struct Stand {
  LocalTime from, to;
  TopicPartition partition;
  bool ended = false;
  Millis length() const { return to - from; }
};
enum class Mover : std::uint8_t { read, landed, produced };
// Of every partition, those that touch (from, to], while records waited for it; `produced` while nothing came.
std::vector<Stand> stands_of(const DrillPath& path, Mover mover, LocalTime from, LocalTime to);

// The largest value that is known in [from, to], with its error; unknown where none is.
struct Peak {
  Known<std::int64_t> value = Reason::no_history;
  Millis error{};
  LocalTime at;
};
Peak peak_of(const DrillLine& line, LocalTime from, LocalTime to);

}  // namespace tidemark
