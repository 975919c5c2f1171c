// SPDX-License-Identifier: GPL-3.0-or-later
// Shades: the colours of a map over time, from none (1) to most (255); lightness alone tells them apart, so that they
// hold for every eye and on paper. 0 is unknown and transparent: hatch what is beneath. Thread rule: GUI thread.
#pragma once

#include <QList>
#include <QRgb>

#include "views/theme/theme.h"

namespace tidemark::theme {

// 256 of them, as a colour table of an indexed image.
const QList<QRgb>& shades(const Theme& theme);

}  // namespace tidemark::theme
