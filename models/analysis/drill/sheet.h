// SPDX-License-Identifier: GPL-3.0-or-later
// The run sheet of a drill: its steps in their order with how each stands, then what nobody planned and what was taken
// back. Thread rule: none, pure functions.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "models/domain/drill.h"

namespace tidemark {

enum class SheetState : std::uint8_t { done, next, to_do, optional, undone };
std::string_view word(SheetState state);

struct SheetStep {
  DrillStep of;  // without an id: nobody planned it; without a title: a stamp of it that was taken back
  SheetState state = SheetState::to_do;
  std::optional<DrillStamp> stamp;
};

std::vector<SheetStep> sheet_steps(const DrillRun& run);
// How long it is until the step after the newest stamp should be done; not-applicable where nothing has to be waited
// for.
Known<Millis> wait_left(const DrillRun& run, LocalTime at);

}  // namespace tidemark
