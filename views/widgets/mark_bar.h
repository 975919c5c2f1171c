// SPDX-License-Identifier: GPL-3.0-or-later
// The mark bar: floor, table, group, stable and high of a partition on one line, where there is no room for a tide
// chart. What lies below the table is landed, between table and group not landed, between group and high unread. A mark
// that is unknown is hatched, not placed. Thread rule: GUI thread.
#pragma once

#include <QRectF>

#include "models/items/cell.h"
#include "views/theme/theme.h"

class QPainter;

namespace tidemark::views {

// Where the marks stand on a line of the given length: the shares from floor (0) to high (1), or none where that is
// unknown.
struct MarkPlaces {
  std::optional<double> table;
  std::optional<double> group;
  std::optional<double> stable;
  bool placed = false;  // floor and high are known
};
MarkPlaces mark_places(const MarkBar& marks);

void paint_mark_bar(QPainter& painter, const QRectF& box, const MarkBar& marks, const theme::Theme& theme);

}  // namespace tidemark::views
