// SPDX-License-Identifier: GPL-3.0-or-later
// From a TideChart to what the plot draws: colours, names, fills, hatches, and the crosshair's bars and words.
// Pure functions; GUI thread because of translation.
#pragma once

#include <cstdint>
#include <optional>

#include "models/analysis/tide.h"
#include "views/plot/plot_time.h"
#include "views/plot/time_plot.h"
#include "views/theme/theme.h"

namespace tidemark::views {

theme::Colour mark_colour(Mark mark);
QString mark_word(Mark mark);

using plot::local_of;
using plot::plot_time;

plot::Content tide_content(const TideChart& chart, const theme::Theme& theme);
plot::Crosshair tide_crosshair(const TideMeasure& measure, std::int64_t base, const theme::Theme& theme);

}  // namespace tidemark::views
