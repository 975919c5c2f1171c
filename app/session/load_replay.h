// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and judges what the replay page shows. Thread rule: the thread that owns the reader.
#pragma once

#include "app/session/view_data.h"

namespace tidemark {

// Replays that ran in the visible window, or in the day before its end where that is longer.
Result<> load_replay(TimelineReader& reader, ViewData& data);

}  // namespace tidemark
