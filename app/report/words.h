// SPDX-License-Identifier: GPL-3.0-or-later
// How reports write times, values and foreign text. Pure functions; any thread.
#pragma once

#include <string>
#include <string_view>

#include "models/analysis/incident.h"

namespace tidemark::report {

// On one line and inert in each of the two: no markup of a name is obeyed.
std::string markdown(std::string_view text);
std::string html(std::string_view text);
// Of text that is on one line and printable already.
std::string escaped_markdown(std::string_view text);

// The begin of a page that stands alone, with the look that they share and `sheet` behind it; up to its body's first
// element.
std::string page_begin(std::string_view title, std::string_view sheet);

std::string clock(LocalTime time);                // 02:41:07
std::string date_time(LocalTime time);            // 2026-01-01 02:41:07 UTC
std::string range(LocalTime from, LocalTime to);  // 2026-01-01 02:10:00 – 03:10:00 UTC
std::string began_text(const Onset& onset);       // 02:40:35 ± 5 s

}  // namespace tidemark::report
