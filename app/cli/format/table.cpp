// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <ostream>

#include "app/cli/format/grid.h"
#include "app/cli/format/writers.h"
#include "app/cli/text.h"

namespace tidemark::cli {
namespace {
constexpr std::size_t between = 2;     // blanks between columns
constexpr std::size_t narrowest = 12;  // of a text column that is shortened

struct Width {
  std::size_t now = 0;
  std::size_t least = 0;  // numbers, titles and the word unknown are never shortened
};

std::vector<Width> natural_widths(const Grid& grid) {
  std::vector<Width> widths;
  for (std::size_t c = 0; c < grid.columns.size(); ++c) {
    Width width;
    width.now = columns(grid.columns[c].title);
    width.least = std::max(narrowest, width.now);
    for (const auto& row : grid.rows) {
      const std::size_t text = columns(row[c]);
      width.now = std::max(width.now, text);
      if (grid.columns[c].right || row[c].starts_with("unknown")) width.least = std::max(width.least, text);
    }
    widths.push_back(width);
  }
  return widths;
}

std::size_t total(const std::vector<Width>& widths) {
  std::size_t sum = widths.empty() ? 0 : between * (widths.size() - 1);
  for (const Width& width : widths) sum += width.now;
  return sum;
}

// Shortens the widest texts, then leaves out columns from the right, until the table fits.
void fit(std::vector<Width>& widths, std::size_t room) {
  while (total(widths) > room) {
    Width* widest = nullptr;
    for (Width& width : widths)
      if (width.now > width.least && (!widest || width.now > widest->now)) widest = &width;
    if (widest)
      --widest->now;
    else if (widths.size() > 1)
      widths.pop_back();
    else
      return;
  }
}

// The colour of a cell by its shape; empty for most.
std::string_view colour_of(const std::string& text) {
  if (text.starts_with("◆")) return "\x1b[31m";
  if (text.starts_with("▲")) return "\x1b[33m";
  if (text.starts_with("unknown")) return "\x1b[2m";
  return {};
}

std::string padded(const std::string& text, std::size_t width, bool right, bool last, bool colour) {
  const std::string shown = shortened(text, width);
  const std::string blanks(width - std::min(width, columns(shown)), ' ');
  const std::string_view code = colour ? colour_of(text) : std::string_view();
  std::string out = right ? blanks : std::string();
  out += code;
  out += shown;
  if (!code.empty()) out += "\x1b[0m";
  if (!right && !last) out += blanks;
  return last ? out : out + std::string(between, ' ');
}

// A single row of everything there is reads better from top to bottom.
void write_upright(std::ostream& out, const Grid& grid) {
  std::size_t width = 0;
  for (const GridColumn& column : grid.columns) width = std::max(width, columns(column.title));
  for (std::size_t c = 0; c < grid.columns.size(); ++c)
    out << padded(grid.columns[c].title, width, false, false, false) << grid.rows.front()[c] << '\n';
}
}  // namespace

Lines aligned(const Grid& grid, std::optional<std::size_t> room, bool colour) {
  Lines lines;
  if (grid.columns.empty()) return lines;
  std::vector<Width> widths = natural_widths(grid);
  if (room) fit(widths, *room);
  lines.left_out = grid.columns.size() - widths.size();
  const auto line = [&](auto&& text, bool coloured) {
    std::string out;
    for (std::size_t c = 0; c < widths.size(); ++c)
      out += padded(text(c), widths[c].now, grid.columns[c].right, c + 1 == widths.size(), coloured);
    lines.text.push_back(std::move(out));
  };
  line([&](std::size_t c) -> const std::string& { return grid.columns[c].title; }, false);
  for (const auto& row : grid.rows) line([&](std::size_t c) -> const std::string& { return row[c]; }, colour);
  return lines;
}

void write_table(std::ostream& out, const Document& document, const Layout& layout, const Style& style) {
  out << headline(document, style) << '\n';
  const Grid grid = make_grid(document, layout, style);
  if (grid.rows.size() == 1 && layout.columns.empty()) {
    write_upright(out, grid);
    return;
  }
  const Lines lines = aligned(grid, style.width, style.colour);
  for (const std::string& line : lines.text) out << line << '\n';
  if (lines.left_out > 0) out << lines.left_out << " more columns need a wider terminal; --json has everything\n";
  for (const std::string& line : footlines(document)) out << line << '\n';
}

}  // namespace tidemark::cli
