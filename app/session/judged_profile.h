// SPDX-License-Identifier: GPL-3.0-or-later
// The profile that a timeline was collected under: classes, pipelines and owners, kept among its states.
// Pure function; any thread. Errors: `input` where the kept text is not a profile.
#pragma once

#include "models/domain/profile.h"
#include "models/domain/snapshot.h"

namespace tidemark {

// Empty where the timeline keeps none. The snapshot must be loaded with states.
Result<Profile> judged_profile(const Snapshot& snapshot, LocalTime at);

}  // namespace tidemark
