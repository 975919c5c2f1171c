// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown and Slack: the same grid in the clothes of a ticket or a chat.
#include <algorithm>
#include <ostream>

#include "app/cli/format/grid.h"
#include "app/cli/format/writers.h"
#include "app/cli/text.h"
#include "app/report/words.h"

namespace tidemark::cli {
namespace {
std::string slack_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '`')
      out += '\'';  // would end the block
    else
      out += c;
  }
  return out;
}
}  // namespace

void write_markdown(std::ostream& out, const Document& document, const Layout& layout, const Style& style) {
  const Grid grid = make_grid(document, layout, style);
  out << "**" << report::escaped_markdown(headline(document, style)) << "**\n\n";
  if (!grid.rows.empty()) {
    for (const GridColumn& column : grid.columns) out << "| " << report::escaped_markdown(column.title) << ' ';
    out << "|\n";
    for (const GridColumn& column : grid.columns) out << (column.right ? "|---:" : "|---");
    out << "|\n";
    for (const auto& row : grid.rows) {
      for (const std::string& text : row) out << "| " << report::escaped_markdown(text) << ' ';
      out << "|\n";
    }
  }
  for (const std::string& line : footlines(document)) out << "\n- " << report::escaped_markdown(line);
  out << '\n';
}

void write_slack(std::ostream& out, const Document& document, const Layout& layout, const Style& style) {
  constexpr std::size_t at_most = 20;  // rows: a chat is not a terminal
  Grid grid = make_grid(document, layout, style);
  const std::size_t more = grid.rows.size() - std::min(grid.rows.size(), at_most);
  grid.rows.resize(grid.rows.size() - more);
  out << '*' << slack_text(headline(document, style)) << "*\n";
  if (!grid.rows.empty()) {
    out << "```\n";
    for (const std::string& line : aligned(grid, std::nullopt, false).text) out << slack_text(line) << '\n';
    out << "```\n";
  }
  if (more > 0) out << "and " << more << " more\n";
  for (const std::string& text : footlines(document)) out << "• " << slack_text(text) << '\n';
}

}  // namespace tidemark::cli
