// SPDX-License-Identifier: GPL-3.0-or-later
// Recorder: a SampleSink that keeps polls in memory and makes a Snapshot of them, for tests that need no file.
// Thread rule: one thread.
#pragma once

#include "models/domain/clock.h"
#include "models/domain/sink.h"
#include "models/domain/snapshot.h"

namespace tidemark::test {

class Recorder final : public SampleSink {
 public:
  LaneId lane(const LaneSpec& spec) override;
  SeriesId series(LaneId lane, const SeriesSpec& spec) override;
  bool push(Poll poll) override;
  std::size_t backlog() const override { return 0; }

  // Everything that was pushed, indexed.
  std::shared_ptr<const Snapshot> snapshot() const;
  const std::vector<Poll>& polls() const { return polls_; }

 private:
  void keep_states(const Poll& poll, std::size_t lane);

  Snapshot data_;
  std::vector<Poll> polls_;
  std::unordered_map<std::string, std::size_t> open_;  // index into data_.states
  std::unordered_map<std::string, LocalTime> seen_;
};

class FixedClock final : public Clock {
 public:
  explicit FixedClock(LocalTime now = local_time(1'767'225'600'000)) : now_(now) {}  // 2026-01-01T00:00:00Z
  LocalTime now() const override { return now_; }
  MonoTime mono() const override { return MonoTime(now_.time_since_epoch()); }
  std::string boot() const override { return "test"; }
  bool wait(std::stop_token stop, Millis) const override { return !stop.stop_requested(); }

 private:
  LocalTime now_;
};

}  // namespace tidemark::test
