// SPDX-License-Identifier: GPL-3.0-or-later
// The lanes of an incident that are seen first, as a drawing inside an HTML page: names, bands of states, lines, where
// each moved, hatches where nobody looked. Pure function; any thread.
#pragma once

#include <string>

#include "models/analysis/incident_view.h"

namespace tidemark::report {

std::string lanes_svg(const IncidentView& view, LocalTime from, LocalTime to);

}  // namespace tidemark::report
