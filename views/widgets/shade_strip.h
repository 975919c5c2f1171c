// SPDX-License-Identifier: GPL-3.0-or-later
// Paints rows of a map over time: shades that were made elsewhere, hatched where nothing is known. Where there are more
// columns than pixels, a pixel shows the darkest of its columns: a peak is never lost. Thread rule: GUI thread.
#pragma once

#include <QRectF>
#include <cstdint>
#include <span>

#include "views/theme/theme.h"

class QPainter;

namespace tidemark::views {

// `rows` x `columns`, row by row, the first at the top.
void paint_shades(QPainter& painter, const QRectF& box, std::span<const std::uint8_t> shades, std::size_t rows,
                  const theme::Theme& theme);

}  // namespace tidemark::views
