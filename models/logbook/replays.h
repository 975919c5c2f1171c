// SPDX-License-Identifier: GPL-3.0-or-later
// Replays that were declared in a logbook, rows of the kinds `replay` and `replay-finish`: a declaration of a name that
// is not finished takes the place of the one before it, a finish ends the newest of its name.
// Pure functions; any thread. Errors: `damaged` for a body that is not what its kind says.
#pragma once

#include "models/domain/replay.h"
#include "models/logbook/entry.h"

namespace tidemark {

inline constexpr const char* replay_kind = "replay";
inline constexpr const char* replay_finish_kind = "replay-finish";

std::string body_of(const DeclaredReplay& replay);
struct ReplayFinish {
  std::string name;
  LocalTime at;  // when it was finished
  std::string outcome;
};
std::string body_of(const ReplayFinish& finish);

// By the time they are declared for.
Result<std::vector<DeclaredReplay>> replays_in(const std::vector<LogEntry>& entries);

}  // namespace tidemark
