// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectSource: watches one Kafka Connect cluster through one of its workers: connectors, tasks, traces, topics,
// configuration without its secrets, and the worker's own health. One call a poll brings all connectors; it only reads.
// Thread rule: open(), poll_once(), start(), stop() and destruction from one thread. stop() joins within 2 s.
// Errors: `usage` for a profile that cannot work; from poll_once() `unreachable` or `denied`, one line each.
#pragma once

#include <memory>

#include "collectors/core/source.h"
#include "models/domain/clock.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"
#include "models/domain/sink.h"

namespace tidemark {

class ConnectSource final : public Source {
 public:
  // Does not wait for the network. Clock and sink must outlive the source.
  static Result<std::unique_ptr<ConnectSource>> open(const ConnectProfile& profile, const SecretResolver& secrets,
                                                     const Clock& clock, SampleSink& sink);
  ~ConnectSource() override;

  Result<> poll_once(std::stop_token stop) override;
  void start() override;
  void stop() override;

 private:
  class Impl;
  explicit ConnectSource(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tidemark
