// SPDX-License-Identifier: GPL-3.0-or-later
// The landed report to keep or to print: HTML, one file without scripts and without anything from outside. Each number
// stands as it is known: exact, between two bounds, or unknown with its reason; a bar shows what became of the day's
// records, of those in bounds what is certain. Names and texts of others stay text. Pure function; any thread. Times
// are UTC.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/landed/landed_report.h"

namespace tidemark {

struct LandedSheet {
  std::vector<LandedRow> rows;
  LocalTime from;
  LocalTime to;
  LocalTime at;  // what became of them, as of then
  Known<double> coverage = Reason::never_polled;
  std::vector<std::string> notes;
  std::string version;
};

std::string landed_html(const LandedSheet& sheet);

}  // namespace tidemark
