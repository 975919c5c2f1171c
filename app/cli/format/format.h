// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a Document in the format that was asked for. Table, Markdown and Slack are for people: chosen columns, units,
// the word "unknown" with its reason; JSON, NDJSON and CSV are for programs: every column, null beside its reason.
// Thread rule: pure functions; any thread. Text of servers is made harmless for the place where it lands.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string_view>
#include <vector>

#include "models/analysis/document.h"

namespace tidemark::cli {

enum class Format : std::uint8_t { table, json, ndjson, csv, markdown, slack };
std::optional<Format> format_from(std::string_view word);

struct Style {
  bool colour = false;
  bool utc = false;                  // else times for people are local, with their offset
  bool all_columns = false;          // else those of the layout
  std::optional<std::size_t> width;  // of the terminal; unset: as wide as it needs
};

// What people see of a document: columns by their names in the rows, the most important first. Empty: all. A column
// x_ms shows x_error_ms beside it, and by x_bound that it is only the most or the least.
struct Layout {
  std::vector<std::string_view> columns;
  // A column with a list of records: each of them becomes a row of its own, beside the other columns.
  std::string_view rows_of = {};
};

void write(std::ostream& out, const Document& document, Format format, const Layout& layout, const Style& style);

}  // namespace tidemark::cli
