// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshot: an immutable piece of a timeline, read once and shared: polls, series, states, events and gaps of a window.
// Analysis and views work on Snapshots only; a unit test builds one by hand.
// Thread rule: build on one thread, then share as shared_ptr<const Snapshot>; const use is safe from any thread.
// Units: times local ms; values int64 times 10^-scale10.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "models/domain/result.h"
#include "models/domain/sample.h"

namespace tidemark {

struct PollInfo {
  std::int64_t seq = 0;  // rises by one per poll of the lane; order by this, never by the wall clock
  LocalTime wall;
  MonoTime mono;
  std::uint32_t boot = 0;  // index of the boot id; times compare by `mono` only within one
  Millis took{};
  std::int64_t due = 0;
  std::int64_t answered = 0;
  PollCost cost;
};

struct SourceInfo {
  SourceId id;
  SourceSpec spec;
};

struct LaneInfo {
  LaneId id;
  std::size_t source = 0;  // index into Snapshot::sources
  std::string name;
  Millis interval{};
  std::vector<PollInfo> polls;  // ascending by seq, those of the window
};

// One series over the polls of its lane in the window: values[i] and reasons[i] belong to lanes[lane].polls[i].
struct Column {
  SeriesId id;
  std::size_t lane = 0;  // index into Snapshot::lanes
  SeriesSpec spec;
  std::vector<std::int64_t> values;
  std::vector<Reason> reasons;

  Known<std::int64_t> at(std::size_t i) const {
    if (reasons[i] == Reason::none) return values[i];
    return reasons[i];
  }
};

// A stretch in which an aspect of an object had one value. The change to it happened in (from_lo, from_hi]; from_lo is
// unset where the first poll already saw it. `to` is the poll that saw the next one, unset while it lasts.
struct StateSpan {
  std::size_t source = 0;
  Object object;
  std::string aspect;
  std::optional<LocalTime> from_lo;
  LocalTime from_hi;
  std::optional<LocalTime> to;
  std::optional<std::string> value;  // none: the object was gone
  std::string detail;
};

struct GapInfo {
  std::size_t lane = 0;
  Gap gap;
};

// An error that was the same in the polls `first` to `seq` of its lane: `seq` is the newest one in the window, at `at`.
struct ErrorInfo {
  std::size_t lane = 0;
  std::int64_t seq = 0;
  std::int64_t first = 0;
  LocalTime at;
  PollError error;
};

struct SourceEvent {
  std::optional<std::size_t> source;  // unset for what people said
  Event event;
};

// A commit with when it was first seen: in (seen_lo, seen_hi], the polls around it.
struct SeenCommit {
  std::size_t source = 0;
  std::optional<LocalTime> seen_lo;
  LocalTime seen_hi;
  TableCommit commit;
};

// When a mark passed an offset: the mark was below or at `before` at `lo` and above at `hi`, so the record at that
// offset came in (lo, hi]. `estimate` is the straight line between the two samples.
struct Crossing {
  LocalTime lo;
  LocalTime hi;
  LocalTime estimate;
};

// A value with the poll it is from and the interval of its lane.
struct Measured {
  std::int64_t value = 0;
  LocalTime at;
  Millis interval{};
  std::size_t lane = 0;
  std::size_t poll = 0;
};

struct SeriesKey {
  ClusterName cluster;
  Signal signal;
  Object object;
  auto operator<=>(const SeriesKey&) const = default;
};

struct CrossingKey {
  SeriesKey series;
  Offset offset;
  auto operator<=>(const CrossingKey&) const = default;
};

}  // namespace tidemark

template <>
struct std::hash<tidemark::SeriesKey> {
  std::size_t operator()(const tidemark::SeriesKey& key) const {
    const std::hash<std::string> h;
    return (h(key.cluster.value()) * 31 + h(key.signal.value())) * 31 + h(key.object.value());
  }
};
template <>
struct std::hash<tidemark::CrossingKey> {
  std::size_t operator()(const tidemark::CrossingKey& key) const {
    return std::hash<tidemark::SeriesKey>{}(key.series) * 31 + static_cast<std::size_t>(key.offset.value());
  }
};

namespace tidemark {

// What to read. Empty filters mean everything. Series are chosen by exact signal or signal prefix ("group:"), and by
// object or topic; of states and events, those of partitions and topics other than topic_names are left out.
struct SnapshotRequest {
  LocalTime from;
  LocalTime to;
  // At least this many polls before `to` of every lane, even where `from` would give fewer.
  std::size_t min_polls = 0;
  std::vector<std::string> cluster_names;    // exact
  std::vector<std::string> signal_names;     // exact
  std::vector<std::string> signal_prefixes;  // "group:"
  std::vector<std::string> object_names;     // exact
  std::vector<std::string> topic_names;      // exact: partitions of these topics and the topics themselves
  bool states = true;
  // At least this many of the last commits before `to` of every table, even where `from` would give fewer; 0: none at
  // all.
  std::size_t min_commits = 0;
  bool events = true;
  // For every group:G mark at `to` that is below its partition's stable (or high) mark and has no known age:G, find
  // when the high mark passed it, however long ago; and for every high mark without a known last_record_age when it
  // last rose; and for every table:T mark when it last rose, and when the high mark and each group passed it:
  // Snapshot::crossing() then answers.
  bool ages_from_history = false;
  std::vector<CrossingKey> crossings;  // further ones to find, before or at `to`
};

class Snapshot final {
 public:
  std::uint64_t generation = 0;
  LocalTime from;
  LocalTime to;
  std::optional<LocalTime> oldest;  // of the whole timeline, all lanes
  std::optional<LocalTime> newest;
  std::vector<SourceInfo> sources;
  std::vector<LaneInfo> lanes;
  std::vector<Column> columns;
  std::vector<StateSpan> states;    // that touch the window, ascending by from_hi
  std::vector<SourceEvent> events;  // in the window, ascending by hi
  std::vector<SeenCommit> commits;  // of each source and table in the order in which they were seen
  std::vector<GapInfo> gaps;        // that touch the window
  std::vector<ErrorInfo> errors;    // of polls in the window
  std::unordered_map<CrossingKey, Known<Crossing>> crossings;

  // Call once after the fields are filled.
  void index();

  const ClusterName& cluster_of(const Column& column) const { return sources[lanes[column.lane].source].spec.cluster; }
  const std::vector<PollInfo>& polls_of(const Column& column) const { return lanes[column.lane].polls; }
  // All columns of one series: one per lane that measured it.
  std::span<const std::size_t> find(const SeriesKey& key) const;
  // What the newest sample at or before `time` says, over all lanes of the series. A lane that did not ask for the
  // series in its last poll (`not-probed`, `never-polled`) leaves the word to the others. Older than 3 intervals of its
  // lane is `collector-off`; a series that does not exist is `never-polled`.
  Known<Measured> at(const SeriesKey& key, LocalTime time) const;
  // The state of an aspect at a time; null pointer where it was never seen or the object was gone.
  const StateSpan* state_at(const ClusterName& cluster, const Object& object, std::string_view aspect,
                            LocalTime time) const;
  Known<Crossing> crossing(const CrossingKey& key) const;

 private:
  struct StateKey {
    std::string cluster, object, aspect;
    auto operator<=>(const StateKey&) const = default;
  };
  struct StateHash {
    std::size_t operator()(const StateKey& key) const;
  };
  std::unordered_map<SeriesKey, std::vector<std::size_t>> by_series_;
  std::unordered_map<StateKey, std::vector<std::size_t>, StateHash> by_state_;
};

// The port through which verbs and views get Snapshots. Implementations: a timeline reader.
// Thread rule: one thread at a time per source; cancel() from any.
class SnapshotSource {
 public:
  virtual ~SnapshotSource() = default;
  virtual Result<std::shared_ptr<const Snapshot>> load(const SnapshotRequest& request) = 0;
  virtual void cancel() = 0;
};

}  // namespace tidemark
