// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/reduce.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace tidemark::plot {
namespace {
// Appends what is seen of one column's points: in order, without doubles, a break where the column begins or ends with
// one.
void append_column(std::span<const Point> column, std::vector<Point>& out) {
  const auto is_break = [](const Point& p) { return std::isnan(p.y); };
  const auto first = std::ranges::find_if_not(column, is_break);
  if (first == column.end()) {
    out.push_back(column.front());
    return;
  }
  auto last = column.end() - 1;
  while (is_break(*last)) --last;
  if (first != column.begin()) out.push_back(column.front());
  auto low = first;
  auto high = first;
  for (auto it = first; it <= last; ++it) {
    if (it->y < low->y) low = it;
    if (it->y > high->y) high = it;
  }
  std::array kept{first, std::min(low, high), std::max(low, high), last};
  for (std::size_t i = 0; i < kept.size(); ++i)
    if (i == 0 || kept[i] != kept[i - 1]) out.push_back(*kept[i]);
  if (last + 1 != column.end()) out.push_back(column.back());
}
}  // namespace

std::vector<Point> reduce(std::span<const Point> points, double from, double to, int columns) {
  if (points.empty() || columns < 1 || !(from < to)) return {};
  auto begin = std::ranges::lower_bound(points, from, {}, &Point::x);
  auto end = std::ranges::upper_bound(points, to, {}, &Point::x);
  if (begin != points.begin()) --begin;
  if (end != points.end()) ++end;
  const std::span<const Point> seen(begin, end);
  if (seen.size() <= static_cast<std::size_t>(columns) * 4) return {seen.begin(), seen.end()};

  std::vector<Point> out;
  out.reserve(static_cast<std::size_t>(columns) * 4 + 2);
  const double width = (to - from) / columns;
  const auto column_of = [&](const Point& p) { return std::floor((p.x - from) / width); };
  for (std::size_t i = 0; i < seen.size();) {
    std::size_t next = i + 1;
    while (next < seen.size() && column_of(seen[next]) == column_of(seen[i])) ++next;
    append_column(seen.subspan(i, next - i), out);
    i = next;
  }
  return out;
}

}  // namespace tidemark::plot
