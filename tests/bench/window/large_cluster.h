// SPDX-License-Identifier: GPL-3.0-or-later
// LargeCluster: 10,000 partitions in 500 topics, read by 200 groups, with the ages of what is unread, as the reference
// mix makes them; polled once a minute into a timeline that goes on where it stopped. Thread rule: one thread; the
// writer has its own.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "models/domain/clock.h"
#include "models/timeline/reader.h"
#include "models/timeline/writer.h"
#include "tests/bench/timeline/reference_mix.h"

namespace tidemark::bench {

class LargeCluster final {
 public:
  static constexpr std::size_t partitions = 10'000;
  static constexpr std::size_t groups = 200;
  static constexpr Millis interval = std::chrono::minutes(1);

  explicit LargeCluster(const std::string& path) {
    WriterOptions options;
    options.retention = Retention{.raw = std::chrono::hours(24 * 3650), .max_bytes = std::int64_t{1} << 40};
    auto opened = TimelineWriter::open(path, options, clock_);
    if (!opened) std::abort();
    writer_ = std::move(*opened);
    lane_ = writer_->lane({{"kafka", "prod", ClusterName("prod")}, "offsets", interval});
    for (std::size_t p = 0; p < partitions; ++p) {
      const std::size_t topic = p / 20;
      const GroupId group("consumer-of-family-" + std::to_string(topic % groups));
      const Object object = object::partition(
          {TopicName("payments.family." + std::to_string(topic)), PartitionId(static_cast<std::int32_t>(p % 20))});
      for (const Signal& signal : {signal::high, signal::group(group)})
        series_.push_back(writer_->series(lane_, {signal, object, "records", 0}));
      for (const Signal& signal : {signal::age(group), signal::age_error(group)})
        series_.push_back(writer_->series(lane_, {signal, object, "ms", 0}));
      objects_.push_back(object);
    }
    go_on(path);
  }
  ~LargeCluster() { (void)writer_->close(); }
  LargeCluster(const LargeCluster&) = delete;
  LargeCluster& operator=(const LargeCluster&) = delete;

  LocalTime now() const { return clock_.now(); }
  // Committed when this returns.
  void poll(LocalTime at) {
    mix_.advance();
    Poll poll;
    poll.lane = lane_;
    poll.wall = at;
    poll.mono = MonoTime(at.time_since_epoch());
    poll.boot = "boot";
    poll.took = Millis(40);
    poll.due = poll.answered = 1;
    poll.samples.reserve(series_.size());
    for (std::size_t p = 0; p < partitions; ++p) {
      const std::int64_t high = mix_.high()[p] + before_[p];
      const std::int64_t unread = std::max<std::int64_t>(0, mix_.high()[p] - mix_.committed()[p]);
      const std::int64_t ms = std::min<std::int64_t>(unread * 3, 86'400'000);
      poll.samples.push_back({series_[4 * p], high});
      poll.samples.push_back({series_[4 * p + 1], high - unread});
      poll.samples.push_back({series_[4 * p + 2], ms});
      poll.samples.push_back({series_[4 * p + 3], ms > 0 ? 500 : 0});
    }
    if (!writer_->push(std::move(poll)) || !writer_->flush()) std::abort();
  }

 private:
  // From the ends that the file knows.
  void go_on(const std::string& path) {
    const auto reader = TimelineReader::open(path);
    const auto reach = reader ? (*reader)->reach() : std::unexpected(reader.error());
    if (!reach || !reach->newest) return;
    SnapshotRequest request{*reach->newest, *reach->newest};
    request.min_polls = 1;
    request.signal_names = {signal::high.value()};
    const auto snapshot = (*reader)->load(request);
    if (!snapshot) std::abort();
    for (const Column& column : (*snapshot)->columns) {
      const auto found = std::ranges::find(objects_, column.spec.object);
      const auto p = static_cast<std::size_t>(found - objects_.begin());
      before_[p] = column.values.back() - mix_.high()[p];
    }
  }

  SystemClock clock_;
  std::unique_ptr<TimelineWriter> writer_;
  LaneId lane_{};
  std::vector<SeriesId> series_;  // high, group, age, its error of each partition
  std::vector<Object> objects_;   // the partitions
  std::vector<std::int64_t> before_ = std::vector<std::int64_t>(partitions);  // what the mix began above
  ReferenceMix mix_{partitions, 42};
};

}  // namespace tidemark::bench
