// SPDX-License-Identifier: GPL-3.0-or-later
// What the steps of a connection are called, and how bad they are. Thread rule: GUI thread.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "models/domain/connection.h"
#include "models/items/level.h"

namespace tidemark::views {

QString step_name(const ConnectionStep& step);
QString state_word(StepState state);
// None: it was not tried.
std::optional<Level> level_of(const ConnectionStep& step);
// One sentence of everything that was asked.
QString connection_headline(const std::vector<CheckedEndpoint>& checked);

}  // namespace tidemark::views
