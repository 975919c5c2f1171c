// SPDX-License-Identifier: GPL-3.0-or-later
// What a collector hands over: one Poll of one lane, complete. A source (one cluster, one Connect, one metric endpoint)
// has lanes; a lane is a set of series that are read together at one interval and share their poll times.
// Value types; no thread rule. Times are local ms since the epoch; values are int64 times 10^-scale10 of the series.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/domain/ids.h"
#include "models/domain/known.h"
#include "models/domain/names.h"
#include "models/domain/table_commit.h"
#include "models/domain/time.h"

namespace tidemark {

struct SourceSpec {
  std::string kind;  // "kafka", "story", …
  std::string name;  // unique within the kind
  ClusterName cluster;
  auto operator<=>(const SourceSpec&) const = default;
};

struct LaneSpec {
  SourceSpec source;
  std::string name;  // "offsets", "floor", "groups-idle", "fast", "configs", …
  Millis interval{};
  auto operator<=>(const LaneSpec&) const = default;
};

struct SeriesSpec {
  Signal signal;
  Object object;
  std::string unit;  // "records", "ms", "1/s", "" …
  int scale10 = 0;   // 0..9
  auto operator<=>(const SeriesSpec&) const = default;
};

// One value of one series in one poll: known where reason is none.
struct Sample {
  SeriesId series;
  std::int64_t value = 0;
  Reason reason = Reason::none;
};

// The state of one aspect of an object as seen in this poll: aspect "state" of "group:sink" is "Stable"; "leader" and
// "isr" of a partition; "config" of a topic (a JSON object as text); "members" of a group (a JSON array as text).
// Every poll repeats what it sees; the timeline stores changes. No value: the object is gone.
struct StateSample {
  Object object;
  std::string aspect;
  std::optional<std::string> value;
  std::string detail;
};

// Something that happened between `lo` (exclusive; unset where unknown) and `hi`.
struct Event {
  std::optional<LocalTime> lo;
  LocalTime hi;
  std::string layer;  // one of the documents' layers
  std::string kind;   // "leader-change", "deployment", …
  Object object;
  std::string text;
  std::string severity;  // note | warn | error
};

// A stretch without polls of a lane, [from, to), and why.
struct Gap {
  LocalTime from;
  LocalTime to;
  Reason reason = Reason::collector_off;
  std::string detail;  // "queue full", "clock stepped back 3600 s", "suspended"
};

// What one poll cost the system that is watched and us.
struct PollCost {
  std::int64_t requests = 0;
  std::int64_t bytes = 0;  // on the wire, both ways; 0 requests and 0 bytes where the client does not tell
  bool bytes_known = false;
  std::int64_t cpu_us = 0;  // of the collector's threads
  auto operator<=>(const PollCost&) const = default;
};

// A part of the poll that failed or was refused: it blanks what it covers and nothing else.
struct PollError {
  std::string scope;  // "broker:2", "group:sink", "topic:orders", "list-groups"
  Reason reason = Reason::unreachable;
  std::string text;  // the client's own words, one line
  bool denied = false;
};

struct Poll {
  LaneId lane;
  LocalTime wall;  // when the poll began
  MonoTime mono;
  std::string boot;
  Millis took{};
  std::int64_t due = 0;       // parts asked for …
  std::int64_t answered = 0;  // … and answered; coverage = answered / due
  PollCost cost;
  std::vector<Sample> samples;
  std::vector<SeriesId> died;  // series whose object is gone: their last value in this poll is `deleted`
  std::vector<StateSample> states;
  std::vector<Event> events;
  std::vector<TableCommit> commits;  // repeated ones are known by table and snapshot; the newest word holds
  std::vector<Gap> gaps;             // of this lane, before this poll
  std::vector<PollError> errors;
};

}  // namespace tidemark
