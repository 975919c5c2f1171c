// SPDX-License-Identifier: GPL-3.0-or-later
// What of the lanes of an incident can be seen in so many pixel columns: of a line at most four points a column, the
// first, lowest, highest and last (M4, as views/plot/reduce.h says); of events the loudest one a column; of bands that
// are narrower than a column one, a bad one where there is one. So that a view over a month has no more to draw than
// one over an hour. Thread rule: none, pure functions.
#pragma once

#include "models/analysis/incident_lanes.h"

namespace tidemark {

// Over [from, to] in `columns` columns of equal width. What is few enough stays as it is.
void reduce_lane(IncidentLane& lane, LocalTime from, LocalTime to, int columns);

}  // namespace tidemark
