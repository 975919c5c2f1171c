// SPDX-License-Identifier: GPL-3.0-or-later
// Since when a mark has moved at the pace that it has now: the last lasting change of it. Room-internal.
// Source: a split into two parts by largest variance between them (Otsu), repeated on the later part.
// Thread rule: none, pure function.
#pragma once

#include "models/analysis/replay/line.h"

namespace tidemark {

// The line's first time, where nothing changed for good.
LocalTime steady_since(const MarkLine& line, LocalTime until);

}  // namespace tidemark
