// SPDX-License-Identifier: GPL-3.0-or-later
// MirrorSource: what MirrorMaker 2 says of its work, from the three topics in which it keeps it, each read from its
// beginning on once and then what is new: by a client of its own that assigns itself, joins no group and commits
// nothing. It needs Read on these topics. Two lanes, as what is told belongs to two clusters: "syncs" to the source,
// "checkpoints" (with heartbeats) to the target. Thread rule: as Source. Units: offsets, ms.
#pragma once

#include <memory>

#include "collectors/core/source.h"
#include "models/domain/clock.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"
#include "models/domain/sink.h"

namespace tidemark {

// The topics of a mirror, by its aliases and separator.
std::string offset_syncs_topic(const MirrorProfile& mirror);
std::string checkpoints_topic(const MirrorProfile& mirror);
inline constexpr const char* heartbeats_topic = "heartbeats";

class MirrorSource final : public Source {
 public:
  // Does not wait for the network. The profiles of both its clusters.
  static Result<std::unique_ptr<MirrorSource>> open(const MirrorProfile& mirror, const ClusterProfile& source,
                                                    const ClusterProfile& target, const SecretResolver& secrets,
                                                    const Clock& clock, SampleSink& sink);
  ~MirrorSource() override;
  Result<> poll_once(std::stop_token stop) override;
  void start() override;
  void stop() override;

 private:
  class Impl;
  explicit MirrorSource(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tidemark
