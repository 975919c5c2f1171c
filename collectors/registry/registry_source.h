// SPDX-License-Identifier: GPL-3.0-or-later
// RegistrySource: watches one schema registry that speaks Confluent's API (also Karapace, Redpanda, Apicurio's
// ccompat): subjects, versions, ids, compatibility levels, mode, what is deleted softly and what for good. It only
// reads, and a poll takes at most 5 s. Thread rule: open(), poll_once(), start(), stop() and destruction from one
// thread. stop() joins within 2 s. Errors: `usage` for a profile that cannot work; from poll_once() `unreachable` or
// `denied`, one line each.
#pragma once

#include <memory>

#include "collectors/core/source.h"
#include "models/domain/clock.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"
#include "models/domain/sink.h"

namespace tidemark {

class RegistrySource final : public Source {
 public:
  // Does not wait for the network. Clock and sink must outlive the source.
  static Result<std::unique_ptr<RegistrySource>> open(const RegistryProfile& profile, const SecretResolver& secrets,
                                                      const Clock& clock, SampleSink& sink);
  ~RegistrySource() override;

  Result<> poll_once(std::stop_token stop) override;
  void start() override;
  void stop() override;

 private:
  class Impl;
  explicit RegistrySource(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tidemark
