// SPDX-License-Identifier: GPL-3.0-or-later
// What a timeline and a profile say of connectors, for check: their settings are kept as JSON text among the states.
// Pure functions; any thread.
#pragma once

#include "models/analysis/check.h"
#include "models/domain/profile.h"

namespace tidemark {

// The snapshot must be loaded with states. A Connect that is not asked or does not answer is told in the notes.
CheckSetup check_setup(const Snapshot& snapshot, LocalTime at, const Profile& profile);

}  // namespace tidemark
