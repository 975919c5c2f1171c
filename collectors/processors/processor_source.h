// SPDX-License-Identifier: GPL-3.0-or-later
// ProcessorSource: watches one stream processor, which is a Flink: its jobs with their states, vertices, restarts and
// exceptions, their checkpoints, and how much of their time they are busy or held up. It only reads, and a poll takes
// at most 5 s. Thread rule: open(), poll_once(), start(), stop() and destruction from one thread. stop() joins within
// 2 s. Errors: `usage` for a profile that cannot work; from poll_once() `unreachable` or `denied`, one line each.
#pragma once

#include <memory>

#include "collectors/core/source.h"
#include "models/domain/clock.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"
#include "models/domain/sink.h"

namespace tidemark {

class ProcessorSource final : public Source {
 public:
  // Does not wait for the network. Clock and sink must outlive the source.
  static Result<std::unique_ptr<ProcessorSource>> open(const ProcessorProfile& profile, const SecretResolver& secrets,
                                                       const Clock& clock, SampleSink& sink);
  ~ProcessorSource() override;

  Result<> poll_once(std::stop_token stop) override;
  void start() override;
  void stop() override;

 private:
  class Impl;
  explicit ProcessorSource(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tidemark
