// SPDX-License-Identifier: GPL-3.0-or-later
// What the verb and the page of dead letters are made from: the timeline at a time, as far back as the oldest ones
// came, and the profile that was in force. Thread rule: that of the source. Errors: those of the source.
#pragma once

#include <memory>

#include "models/analysis/lag.h"
#include "models/domain/profile.h"

namespace tidemark {

struct LoadedDeadLetters {
  std::shared_ptr<const Snapshot> snapshot;
  Profile profile;
};
// `given`: a profile that is to hold in place of that of the timeline; may be null.
Result<LoadedDeadLetters> load_dead_letters(SnapshotSource& timeline, LocalTime at, const Filter& filter = {},
                                            const Profile* given = nullptr);

}  // namespace tidemark
