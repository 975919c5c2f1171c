// SPDX-License-Identifier: GPL-3.0-or-later
// reduce: what of a curve can be seen in so many pixel columns. Per column at most four points remain, the first,
// lowest, highest and last (the M4 reduction, Jugel et al., PVLDB 7(10) 2014); drawn without antialiasing, the result
// covers the same pixels as the whole curve. A point whose y is NaN breaks the line; a break at a column's edge or one
// that fills a column is kept. One point beyond either edge stays, so that the line reaches it. Pure function; any
// thread. x ascending.
#pragma once

#include <span>
#include <vector>

namespace tidemark::plot {

struct Point {
  double x = 0;
  double y = 0;  // NaN: a break
};

std::vector<Point> reduce(std::span<const Point> points, double from, double to, int columns);

}  // namespace tidemark::plot
