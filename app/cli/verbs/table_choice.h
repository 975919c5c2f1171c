// SPDX-License-Identifier: GPL-3.0-or-later
// What verbs about tables ask of a timeline alike. Main thread only.
#pragma once

#include "app/cli/question.h"

namespace tidemark::cli {

// The profile that was given, else the one that the timeline was collected under.
Result<Profile> profile_of(const Asked& asked, const Snapshot& snapshot);
// `no_data` where --table names none that the timeline has.
Result<> tables_in_reach(const Snapshot& snapshot, const Asked& asked, const Profile& profile);

}  // namespace tidemark::cli
