// SPDX-License-Identifier: GPL-3.0-or-later
// Templates of drills as JSON: as files have them, and as a run keeps the one that it was started with. Members are
// those of resources/presets/drills.schema.json. Pure functions; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/domain/drill.h"

namespace tidemark {

// On one line, always the same text for the same template.
std::string text_of(const DrillTemplate& drill);
// Nothing: it is none. Its hash is that of text_of().
std::optional<DrillTemplate> drill_template_in(std::string_view text);

}  // namespace tidemark
