// SPDX-License-Identifier: GPL-3.0-or-later
// BusyCluster: a timeline that grows as `collect` makes it grow: 10 topics of 200 partitions, 50 groups that read one
// each (10,000 lag rows), names as long as real ones, members, ages, and values that are unknown in every seventh
// partition. Seeded by the poll's number, so every run sees the same. Thread rule: one thread; the writer has its own.
#pragma once

#include <QtGlobal>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "models/domain/clock.h"
#include "models/timeline/writer.h"

namespace tidemark::bench {

class BusyCluster final {
 public:
  static constexpr int topics = 10;
  static constexpr int partitions = 200;
  static constexpr int groups = 50;

  explicit BusyCluster(const std::string& path) {
    auto opened = TimelineWriter::open(path, {}, clock_);
    if (!opened) qFatal("%s", opened.error().line().c_str());
    writer_ = std::move(*opened);
    lane_ = writer_->lane({{"kafka", "prod-eu-central", ClusterName("prod-eu-central")}, "offsets", Millis(10'000)});
    for (int t = 0; t < topics; ++t)
      for (int p = 0; p < partitions; ++p) {
        const Object object = object::partition({topic(t), PartitionId(p)});
        for (const Signal& signal : {signal::floor, signal::stable, signal::high})
          marks_.push_back(writer_->series(lane_, {signal, object, "records", 0}));
      }
    for (int g = 0; g < groups; ++g)
      for (int p = 0; p < partitions; ++p) {
        const Object object = object::partition({topic(g % topics), PartitionId(p)});
        offsets_.push_back(writer_->series(lane_, {signal::group(group(g)), object, "records", 0}));
        ages_.push_back(writer_->series(lane_, {signal::age(group(g)), object, "ms", 0}));
        errors_.push_back(writer_->series(lane_, {signal::age_error(group(g)), object, "ms", 0}));
      }
    start_ = clock_.now() - Millis(400'000);
  }

  // The next poll, committed when this returns.
  void poll() {
    Poll poll;
    poll.lane = lane_;
    poll.wall = start_ + Millis(n_ * 10'000);
    poll.mono = MonoTime(Millis(1'000'000 + n_ * 10'000));
    poll.boot = "boot";
    poll.took = Millis(40);
    poll.due = poll.answered = topics;
    for (int i = 0; i < topics * partitions; ++i) {
      const auto at = static_cast<std::size_t>(i) * 3;
      poll.samples.push_back({marks_[at], i * 10LL});
      poll.samples.push_back({marks_[at + 1], high(i)});
      poll.samples.push_back({marks_[at + 2], high(i)});
    }
    for (int i = 0; i < groups * partitions; ++i) add_group(poll, i);
    for (int g = 0; g < groups; ++g) add_members(poll, g);
    ++n_;
    if (!writer_->push(std::move(poll))) qFatal("the queue is full");
    if (const auto stored = writer_->flush(); !stored) qFatal("%s", stored.error().line().c_str());
  }

 private:
  static TopicName topic(int t) {
    return TopicName("eu-central-1.payments.settlement.enriched-transactions.v" + std::to_string(t) + ".compacted");
  }
  static GroupId group(int g) {
    return GroupId("connect-warehouse-ingest-transactions-and-refunds-sink-" + std::to_string(g));
  }
  std::int64_t high(int i) const { return 4'000'000'000LL + i * 1'000LL + n_ * (300 + i % 170); }

  // Every partition falls behind and catches up in its own time, so that rows trade places.
  void add_group(Poll& poll, int i) {
    const int g = i / partitions;
    const int p = i % partitions;
    const std::int64_t behind = (i * 7919LL + n_ * (50 + i % 90)) % 40'000;
    const auto at = static_cast<std::size_t>(i);
    const bool unknown = i % 7 == 3;
    poll.samples.push_back({offsets_[at], unknown ? 0 : high(g % topics * partitions + p) - behind,
                            unknown ? Reason::unreachable : Reason::none});
    poll.samples.push_back({ages_[at], unknown ? 0 : behind * 3, unknown ? Reason::unreachable : Reason::none});
    poll.samples.push_back({errors_[at], unknown ? 0 : 500, unknown ? Reason::unreachable : Reason::none});
  }

  void add_members(Poll& poll, int g) {
    const std::string id = "consumer-" + group(g).value() + "-7f1c2b9e-5a44-4f0e-9b1d-000000000000";
    std::vector<std::string> entries;
    for (int p = 0; p < partitions; ++p) entries.push_back(topic(g % topics).value() + '/' + std::to_string(p));
    std::ranges::sort(entries);
    std::string owned;
    for (const std::string& entry : entries) owned += (owned.empty() ? "" : "\n") + entry;
    const Object object = object::group(group(g));
    const Object member = object::member(group(g), id);
    poll.states.push_back({object, std::string(aspect::state), "Stable", {}});
    poll.states.push_back({object, std::string(aspect::members), id, {}});
    poll.states.push_back({member, std::string(aspect::client_id), "consumer-" + group(g).value(), {}});
    poll.states.push_back({member, std::string(aspect::host), "ip-10-17-203-44.eu-central-1.compute.internal", {}});
    poll.states.push_back({member, std::string(aspect::partitions), owned, {}});
  }

  SystemClock clock_;
  std::unique_ptr<TimelineWriter> writer_;
  LaneId lane_{};
  std::vector<SeriesId> marks_;  // floor, stable, high of each partition
  std::vector<SeriesId> offsets_;
  std::vector<SeriesId> ages_;
  std::vector<SeriesId> errors_;
  LocalTime start_;
  std::int64_t n_ = 0;
};

}  // namespace tidemark::bench
