// SPDX-License-Identifier: GPL-3.0-or-later
// RemoteSource: how a RemoteWriter fares, as a source of the timeline: whether the receiver answers, how far behind it
// is, what it took and refused, and what that cost. Thread rule: that of Source.
#pragma once

#include "app/remote/remote_writer.h"
#include "collectors/core/single_lane.h"
#include "collectors/core/source.h"

namespace tidemark::remote {

class RemoteSource final : public Source {
 public:
  // The writer outlives it.
  RemoteSource(RemoteWriter& writer, const Clock& clock, SampleSink& sink, Millis interval = Millis(10'000));
  Result<> poll_once(std::stop_token stop) override { return lane_.run(stop); }
  void start() override { lane_.start(); }
  void stop() override { lane_.stop(); }

 private:
  Result<Millis> read(Poll& poll);
  void add(Poll& poll, const Signal& signal, const std::string& unit, const Known<std::int64_t>& value);

  RemoteWriter& writer_;
  const Object self_;
  RemoteStatus last_;
  SingleLane lane_;  // ends first
};

}  // namespace tidemark::remote
