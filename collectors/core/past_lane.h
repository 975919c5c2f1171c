// SPDX-License-Identifier: GPL-3.0-or-later
// PastLane: one lane of what is rebuilt of the time before a collector ran. Its polls stand at times that are past and
// are handed over all together, oldest first, so that a lane is there whole or not at all.
// Thread rule: one thread at a time. Units: local ms.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "collectors/core/past_grid.h"
#include "models/domain/clock.h"
#include "models/domain/sink.h"

namespace tidemark {

// What a past cost, and what it cannot tell: one sentence each.
struct PastAccount {
  PollCost cost;
  Millis took{};
  std::vector<std::string> limits;
};

class PastLane final {
 public:
  // `collected`: the source whose past it is.
  PastLane(SampleSink& sink, const SourceSpec& collected, const std::string& name, const PastGrid& grid);

  // A series over all points of the grid; `never_polled` makes no sample.
  void add(const Signal& signal, const Object& object, const std::string& unit,
           std::span<const Known<std::int64_t>> values);
  // A state as it is from that point on.
  void add(std::size_t point, StateSample state);
  // A state from an exact time on. What was said of the same aspect before lasts until then.
  void add(LocalTime at, StateSample state);
  // Hands everything over and waits where the sink is full. The states end with the last point.
  Result<> push(const Clock& clock, const PastAccount& account);

 private:
  Poll& poll_at(LocalTime at);
  void settle_states();

  SampleSink& sink_;
  const SourceSpec source_;
  const std::string name_;
  const PastGrid grid_;
  LaneId lane_;
  std::map<LocalTime, Poll> polls_;
};

}  // namespace tidemark
