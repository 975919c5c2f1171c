// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and judges what the scorecard page and a presentation show. Thread rule: the thread that owns the reader.
#pragma once

#include "app/session/view_data.h"

namespace tidemark {

// As it is at the end of the window, or now where that follows what comes in. What cannot be read of the logbook is
// told in the view: a review of less than was said would be none.
Result<> load_review(ViewData& data);

}  // namespace tidemark
