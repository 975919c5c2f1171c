// SPDX-License-Identifier: GPL-3.0-or-later
// How stream processors stand in a timeline. "processor:NAME" is a processor as the profile names it; "job:NAME" is a
// job by the name that people gave it, which outlives the ids of its submissions, so that its series and states go on
// when it is deployed anew. Where several living jobs of one processor have a name, the one that began first has it
// alone, the others are "job:NAME/ID" with the first eight digits of their ids. Any thread.
#pragma once

#include <string>
#include <string_view>

#include "models/domain/names.h"

namespace tidemark {

namespace object {
inline Object processor(std::string_view name) { return Object("processor:" + std::string(name)); }
inline Object job(std::string_view name) { return Object("job:" + std::string(name)); }
}  // namespace object

namespace aspect {
// Beside `state` of a processor (ok or how it fails) and of a job (its processor's word; RUNNING only where all of it
// runs), `version` of a processor:
inline constexpr std::string_view job_id = "job-id";
inline constexpr std::string_view started = "started";    // ms of the processor's clock
inline constexpr std::string_view vertices = "vertices";  // "STATUS PARALLELISM NAME" each, as the data flow
inline constexpr std::string_view restarts = "restarts";  // since it was submitted; detail: the newest exception
// Why the last checkpoint failed; empty where it did not.
inline constexpr std::string_view checkpoint_failure = "checkpoint-failure";
}  // namespace aspect

}  // namespace tidemark
