// SPDX-License-Identifier: GPL-3.0-or-later
// Times as plots know them: seconds since the epoch. Pure functions; any thread.
#pragma once

#include <cmath>

#include "models/domain/time.h"

namespace tidemark::plot {

inline double plot_time(LocalTime time) { return static_cast<double>(ms(time)) / 1000.0; }
inline LocalTime local_of(double seconds) { return local_time(std::llround(seconds * 1000.0)); }

}  // namespace tidemark::plot
