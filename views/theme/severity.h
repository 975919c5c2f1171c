// SPDX-License-Identifier: GPL-3.0-or-later
// Level: how bad something is, always with a shape and a word, so that colour is never the only carrier.
// Thread rule: painting in the GUI thread; the rest anywhere.
#pragma once

#include <QRectF>
#include <QString>

#include "models/items/level.h"
#include "views/theme/theme.h"

class QPainter;

namespace tidemark::theme {

using tidemark::Level;

QString shape(Level level);  // ◆ ▲ ● ○
QString level_word(Level level);
Colour level_colour(Level level);  // of text and shape
Colour level_ground(Level level);  // behind a badge
// The shape as a path, centred in `box`: independent of what the font has.
void paint_shape(QPainter& painter, const QRectF& box, Level level, const Theme& theme);

}  // namespace tidemark::theme
