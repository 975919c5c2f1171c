// SPDX-License-Identifier: GPL-3.0-or-later
// MetricsSource: watches one metric endpoint, or one server with Prometheus's query API, and hands over the signals
// that its preset finds there: values with three decimals, of the object that their labels name. Which metric was taken
// for which signal is a state of "source:NAME". It only reads, one or two calls a poll. Thread rule: open(),
// poll_once(), start(), stop() and destruction from one thread. stop() joins within 2 s. Errors: `usage` for a profile
// that cannot work; from poll_once() `unreachable`, `denied` or `input`, one line each.
#pragma once

#include <memory>
#include <string_view>

#include "collectors/core/source.h"
#include "models/domain/clock.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"
#include "models/domain/sink.h"

namespace tidemark {

class MetricsSource final : public Source {
 public:
  // `preset` is the text of metrics.json. Does not wait for the network. Clock and sink must outlive the source.
  static Result<std::unique_ptr<MetricsSource>> open(const MetricsProfile& profile, std::string_view preset,
                                                     const SecretResolver& secrets, const Clock& clock,
                                                     SampleSink& sink);
  ~MetricsSource() override;

  Result<> poll_once(std::stop_token stop) override;
  void start() override;
  void stop() override;

 private:
  class Impl;
  explicit MetricsSource(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tidemark
