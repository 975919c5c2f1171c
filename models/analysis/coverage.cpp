// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/coverage.h"

#include <algorithm>

#include "models/analysis/scope.h"

namespace tidemark {

Known<double> coverage_of_all(const Snapshot& snapshot, LocalTime at) {
  Answered all;
  for (std::size_t i = 0; i < snapshot.lanes.size(); ++i) {
    const Answered one = lane_coverage(snapshot, i, snapshot.from, at);
    all.answered += one.answered;
    all.due += one.due;
  }
  if (all.due <= 0) return Reason::never_polled;
  return std::min(1.0, all.answered / all.due);
}

}  // namespace tidemark
