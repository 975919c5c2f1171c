// SPDX-License-Identifier: GPL-3.0-or-later
// Where the axes have their numbers: round times in UTC and round counts, never more than asked for.
// Pure functions; any thread. Times in seconds since the epoch.
#pragma once

#include <QString>
#include <cstdint>
#include <vector>

namespace tidemark::plot {

struct Tick {
  double at = 0;
  QString label;
};

std::vector<Tick> time_ticks(double from, double to, int at_most);
// `base` is added to what a position means, so that large offsets keep all their digits; labels tell it times
// 10^-scale10.
std::vector<Tick> count_ticks(double from, double to, std::int64_t base, int at_most, int scale10 = 0);

}  // namespace tidemark::plot
