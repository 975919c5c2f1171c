// SPDX-License-Identifier: GPL-3.0-or-later
// AgeSource: watches how old what a sink's users find is: retrieval_age_ms of "sink:NAME", in the lane "age". A
// negative age (two clocks) is said as it is. It only reads. Thread rule: all calls and destruction from one thread.
// stop() ends a call that is under way within 250 ms. Errors of poll_once(): `unreachable` or `denied`, one line.
#pragma once

#include "collectors/core/signal_recorder.h"
#include "collectors/core/single_lane.h"
#include "collectors/core/source.h"
#include "collectors/sql/session.h"
#include "models/domain/profile.h"

namespace tidemark {

class AgeSource final : public Source {
 public:
  AgeSource(SinkProfile profile, std::unique_ptr<SqlSession> session, const Clock& clock, SampleSink& sink);
  ~AgeSource() override { stop(); }

  Result<> poll_once(std::stop_token stop) override { return lane_.run(stop); }
  void start() override { lane_.start(); }
  void stop() override { lane_.stop(); }

 private:
  Result<Millis> read(const std::stop_token& stop, Poll& poll);

  const SinkProfile profile_;
  const Object object_;
  const std::unique_ptr<SqlSession> session_;
  SingleLane lane_;
  SignalRecorder signals_;
};

}  // namespace tidemark
