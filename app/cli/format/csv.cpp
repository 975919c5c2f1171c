// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <ostream>
#include <set>

#include "app/cli/format/writers.h"
#include "app/cli/text.h"

namespace tidemark::cli {
namespace {
std::string quoted(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

// A spreadsheet runs a text that begins like a formula: a quote in front keeps it a text.
std::string defused(const std::string& text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) return "'" + text;
  return text;
}

std::string csv_text(const Cell& cell) {
  if (std::holds_alternative<std::monostate>(cell.value) || std::holds_alternative<Reason>(cell.value)) return {};
  if (const auto* text = std::get_if<std::string>(&cell.value)) return quoted(defused(valid_utf8(*text)));
  if (const auto* time = std::get_if<LocalTime>(&cell.value)) return rfc3339(*time);
  return quoted(json_text(cell));
}

std::string_view reason_text(const Cell& cell) {
  const auto* reason = std::get_if<Reason>(&cell.value);
  return reason ? word(*reason) : std::string_view();
}

// The columns that are unknown in some row: they get a column for the reason.
std::set<std::string> with_reasons(const Document& document) {
  std::set<std::string> names;
  for (const CellRecord& row : document.rows)
    for (const CellField& field : row)
      if (std::holds_alternative<Reason>(field.cell.value)) names.insert(field.name);
  return names;
}
}  // namespace

void write_csv(std::ostream& out, const Document& document) {
  if (document.rows.empty()) return;
  const std::set<std::string> reasons = with_reasons(document);
  const auto write_row = [&](const CellRecord& row, auto&& text, auto&& reason) {
    bool first = true;
    for (const CellField& field : row) {
      out << (first ? "" : ",") << text(field);
      first = false;
      if (reasons.contains(field.name)) out << ',' << reason(field);
    }
    out << "\r\n";
  };
  write_row(
      document.rows.front(), [](const CellField& field) { return quoted(field.name); },
      [](const CellField& field) { return quoted(field.name + "_reason"); });
  for (const CellRecord& row : document.rows)
    write_row(
        row, [](const CellField& field) { return csv_text(field.cell); },
        [](const CellField& field) { return reason_text(field.cell); });
}

}  // namespace tidemark::cli
