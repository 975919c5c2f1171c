// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and judges what the incident page shows. Thread rule: the thread that owns the reader.
#pragma once

#include "app/session/view_data.h"

namespace tidemark {

// Fills `incident`; leaves it null where the timeline is empty.
Result<> load_incident(TimelineReader& reader, ViewData& data);

}  // namespace tidemark
