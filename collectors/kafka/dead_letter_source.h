// SPDX-License-Identifier: GPL-3.0-or-later
// DeadLetterSource: what the headers of new dead letters of one cluster say, as a lane "dead-letters" of that cluster.
// Only for clusters whose profile allows to read records. Topics that somebody names are read, and those whose names
// suggest it, as far as they prove to be what they are called.
// Thread rule: as of Source; the names are asked for on the source's thread. Errors: `usage` for a configuration that
// cannot work; from poll_once() `unreachable` or `denied`.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>

#include "collectors/core/source.h"
#include "models/domain/clock.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"
#include "models/domain/sink.h"

namespace tidemark {

class DeadLetterSource final : public Source {
 public:
  static constexpr std::size_t most_topics = 100;
  // The dead-letter topics of this cluster that are known as such: from the profile, connectors, configurations.
  using Names = std::function<std::set<std::string>()>;

  static Result<std::unique_ptr<DeadLetterSource>> open(const ClusterProfile& profile, const SecretResolver& secrets,
                                                        const Clock& clock, SampleSink& sink, Names names);
  ~DeadLetterSource() override;
  Result<> poll_once(std::stop_token stop) override;
  void start() override;
  void stop() override;

 private:
  class Impl;
  explicit DeadLetterSource(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tidemark
