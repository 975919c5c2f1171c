// SPDX-License-Identifier: GPL-3.0-or-later
// Grid: a document's rows as text for people: chosen columns, titles, units, words for what is not known.
// Pure functions; any thread. Text is printable UTF-8.
#pragma once

#include <string>
#include <vector>

#include "app/cli/format/format.h"

namespace tidemark::cli {

struct GridColumn {
  std::string title;
  bool right = false;  // numbers
};

struct Grid {
  std::vector<GridColumn> columns;
  std::vector<std::vector<std::string>> rows;
};

Grid make_grid(const Document& document, const Layout& layout, const Style& style);

// The grid as lines of aligned columns, the titles first. Where `room` is given, the widest texts are shortened, then
// columns are left out from the right, until a line fits.
struct Lines {
  std::vector<std::string> text;
  std::size_t left_out = 0;  // columns
};
Lines aligned(const Grid& grid, std::optional<std::size_t> room, bool colour);

// "15 min 12 s", "250 ms".
std::string human(Millis time);
// "2026-01-01 02:41:07 UTC", or local with its offset.
std::string human(LocalTime time, bool utc);
// The line above a table: the verb, the time it speaks of and the coverage.
std::string headline(const Document& document, const Style& style);
// One line each: findings with severity, rule, object and text; then the notes.
std::vector<std::string> footlines(const Document& document);

}  // namespace tidemark::cli
