// SPDX-License-Identifier: GPL-3.0-or-later
// Sinks of every type of the profile. Any thread.
#pragma once

#include <memory>
#include <vector>

#include "collectors/core/source.h"
#include "models/domain/clock.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"
#include "models/domain/sink.h"

namespace tidemark {

// What watches a sink: its offsets, and what its users find, as far as the profile asks for them. Does not touch
// the network. Clock and sink must outlive the sources. Error: `usage`.
Result<std::vector<std::unique_ptr<Source>>> open_sink(const SinkProfile& profile,
                                                       const std::vector<PipelineProfile>& pipelines,
                                                       const SecretResolver& secrets, const Clock& clock,
                                                       SampleSink& sink);

}  // namespace tidemark
