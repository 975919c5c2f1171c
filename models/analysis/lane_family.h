// SPDX-License-Identifier: GPL-3.0-or-later
// LaneFamily: the lanes that one source read under one name at different intervals. A source that is slow doubles its
// interval, a user changes it: what is polled goes on in another lane, and nothing is missing between the two.
// Thread rule: none, pure functions. Units: local ms.
#pragma once

#include <optional>
#include <vector>

#include "models/domain/snapshot.h"

namespace tidemark {

struct FamilyPoll {
  std::size_t lane = 0;  // index into Snapshot::lanes
  std::size_t poll = 0;  // index into its polls
  LocalTime wall;
};

// The lane itself and those beside it that have a poll in [from, to]; ascending.
std::vector<std::size_t> family_of(const Snapshot& snapshot, std::size_t lane, LocalTime from, LocalTime to);
// Their polls in [from, to], ascending by the wall.
std::vector<FamilyPoll> family_polls(const Snapshot& snapshot, const std::vector<std::size_t>& family, LocalTime from,
                                     LocalTime to);

// The snapshot with every family as one lane, at its longest interval: of polls that lie closer the later ones are left
// out, so that what advanced from poll to poll keeps its scale. Values stand at the polls at which they were read; gaps
// of one lane in which another one was polled are none. Nothing where every lane stands alone.
std::optional<Snapshot> with_families_joined(const Snapshot& snapshot);

}  // namespace tidemark
