// SPDX-License-Identifier: GPL-3.0-or-later
// The journey of a record beyond its own topic. What a processor makes of a record has no offset that anybody knows; it
// is written after the record is there and before the processor's group is beyond it. So it is among what its next
// topic took between these two times, and where it ends it is at the earliest when the first of these is there, at the
// latest when all are. Times come out as their middle ± half of what lies between. Links keep offsets, MirrorMaker 2
// partitions. Use: while wants() asks, take() what it asked for; then rows(), one per topic that follows.
// Thread rule: none, pure functions.
#pragma once

#include "models/analysis/hops.h"
#include "models/analysis/journey.h"

namespace tidemark {

class HopJourney final {
 public:
  // From the first hop of `end` that reads the record's topic on.
  HopJourney(const HopEnd& end, const JourneyRequest& record, Offset offset, LocalTime at);

  std::optional<SnapshotRequest> wants() const;
  void take(const Snapshot& snapshot);
  const std::vector<JourneyRow>& rows() const { return rows_; }

 private:
  struct Span {
    TopicPartition partition;
    std::int64_t from = 0;
    std::int64_t to = 0;
  };
  struct Bounds {
    LocalTime lo;
    LocalTime hi;
  };
  enum class Next : std::uint8_t { passing, writing, done };

  SeriesKey mark_of(const Hop& hop, const Span& span) const;
  Known<Bounds> passed(const Snapshot& snapshot) const;
  void take_passing(const Snapshot& snapshot);
  void take_writing(const Snapshot& snapshot);
  void put(JourneyRow& row, Stage stage, const Known<Bounds>& when, const std::string& ref) const;

  const HopEnd& end_;
  const LocalTime at_;
  ClusterName cluster_;                      // of the topic that is looked at
  std::size_t hop_ = 0;                      // that reads it
  std::vector<Span> spans_;                  // where in it the record is
  LocalTime there_;                          // when it was there at the earliest
  Known<Bounds> when_ = Reason::no_history;  // when the hop had passed it on
  Next next_ = Next::done;
  std::vector<JourneyRow> rows_;
};

}  // namespace tidemark
