// SPDX-License-Identifier: GPL-3.0-or-later
// Loads the lag map of a window, some topics at a time: 10,000 partitions over 30 days are 7 million buckets, of which
// only what is shown stays. Thread rule: the thread that owns the reader.
#pragma once

#include "app/session/view_data.h"

namespace tidemark {

Result<LagMap> load_lag_map(TimelineReader& reader, LocalTime from, LocalTime to, Millis interval,
                            std::size_t most_columns);

}  // namespace tidemark
