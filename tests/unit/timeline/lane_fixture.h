// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the timeline share: a scratch file and polls made by hand. One thread.
#pragma once

#include <QTemporaryDir>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "models/domain/clock.h"
#include "models/timeline/reader.h"
#include "models/timeline/writer.h"

namespace tidemark::test {

inline constexpr std::int64_t t0 = 1'767'225'600'000;  // 2026-01-01T00:00:00Z

inline Object partition(const std::string& topic, int number) {
  return object::partition({TopicName(topic), PartitionId(number)});
}
inline SeriesSpec mark(const Signal& signal, const std::string& topic, int number) {
  return {signal, partition(topic, number), "records", 0};
}

// Poll `n` of a lane at t0 + n intervals.
inline Poll poll_at(LaneId lane, std::int64_t n, Millis interval = Millis(10'000)) {
  Poll poll;
  poll.lane = lane;
  poll.wall = local_time(t0) + n * interval;
  poll.mono = MonoTime(n * interval);
  poll.boot = "started-1";  // unlike what a bundle calls it
  poll.took = Millis(12);
  poll.due = poll.answered = 1;
  return poll;
}

class Scratch {
 public:
  std::string path(const char* name = "t.tidemark") const { return (dir_.path() + "/" + name).toStdString(); }
  std::unique_ptr<TimelineWriter> writer(WriterOptions options = {}) const {
    auto writer = TimelineWriter::open(path(), std::move(options), clock_);
    if (!writer) qFatal("%s", writer.error().line().c_str());
    return std::move(*writer);
  }
  std::unique_ptr<TimelineReader> reader(TimelineReader::Origin origin = TimelineReader::Origin::own) const {
    auto reader = TimelineReader::open(path(), origin);
    if (!reader) qFatal("%s", reader.error().line().c_str());
    return std::move(*reader);
  }
  std::size_t faults() const {
    auto faults = reader()->check();
    if (!faults) qFatal("%s", faults.error().line().c_str());
    for (const TimelineFault& fault : *faults) qWarning("%s: %s", fault.where.c_str(), fault.what.c_str());
    return faults->size();
  }
  std::string ndjson() const {
    std::ostringstream out;
    if (const auto done = reader()->export_ndjson(out, local_time(0), local_time(t0 * 2)); !done)
      qFatal("%s", done.error().line().c_str());
    return out.str();
  }
  std::shared_ptr<const Snapshot> load(const SnapshotRequest& request) const {
    auto snapshot = reader()->load(request);
    if (!snapshot) qFatal("%s", snapshot.error().line().c_str());
    return *snapshot;
  }
  const Clock& clock() const { return clock_; }

 private:
  QTemporaryDir dir_;
  SystemClock clock_;
};

inline LaneSpec offsets_lane(const std::string& cluster = "prod", Millis interval = Millis(10'000)) {
  return {{"kafka", cluster, ClusterName(cluster)}, "offsets", interval};
}

inline SnapshotRequest everything() {
  SnapshotRequest request;
  request.from = local_time(0);
  request.to = local_time(t0 * 2);
  return request;
}

// Pushes however long it takes.
inline void push(TimelineWriter& writer, const Poll& poll) {
  while (!writer.push(poll)) static_cast<void>(writer.flush());
}

// A lane of one series whose values are those of `values`, one poll each.
inline SeriesId write_series(TimelineWriter& writer, LaneId lane, const SeriesSpec& spec,
                             const std::vector<std::int64_t>& values, std::int64_t first = 0) {
  const SeriesId id = writer.series(lane, spec);
  for (std::size_t i = 0; i < values.size(); ++i) {
    Poll poll = poll_at(lane, first + static_cast<std::int64_t>(i));
    poll.samples = {{id, values[i], Reason::none}};
    push(writer, poll);
  }
  return id;
}

inline const Column* find(const Snapshot& snapshot, const std::string& cluster, const SeriesSpec& spec) {
  for (const Column& column : snapshot.columns)
    if (column.spec == spec && snapshot.cluster_of(column).value() == cluster) return &column;
  return nullptr;
}

}  // namespace tidemark::test
