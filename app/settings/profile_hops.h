// SPDX-License-Identifier: GPL-3.0-or-later
// The hops of a pipeline: reading them, and the legs that follow from them. A leg is what all else here calls a
// pipeline: a topic, who reads it, and the table where it ends. The last leg is the pipeline itself; those before it,
// and further sinks of its last topic, are pipelines of their own, named "NAME: PROCESSOR" and "NAME: SINK".
// Pure functions; any thread. Errors: `usage` with the path of the hop.
#pragma once

#include <boost/json/array.hpp>

#include "collectors/core/strict_json.h"
#include "models/domain/profile.h"

namespace tidemark {

// Hops in an order that makes sense, of a pipeline that says nothing of the same twice. `mirrors`: those of the
// profile.
Result<std::vector<HopProfile>> read_hops(const strict_json::Node& pipeline, const std::vector<MirrorProfile>& mirrors);
// The same as JSON.
boost::json::array hops_json(const std::vector<HopProfile>& hops);
// Gives a pipeline with hops its last leg, and answers with the others.
std::vector<PipelineProfile> take_legs(PipelineProfile& pipeline);

}  // namespace tidemark
