// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/format/grid.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ctime>

#include "app/cli/format/writers.h"
#include "app/cli/text.h"
#include "app/session/finding_text.h"

namespace tidemark::cli {
namespace {
const Cell* find(const CellRecord& row, std::string_view name) {
  const auto found = std::ranges::find(row, name, &CellField::name);
  return found == row.end() ? nullptr : &found->cell;
}

std::string without_suffix(std::string_view name, std::string_view suffix) {
  if (name.ends_with(suffix)) name.remove_suffix(suffix.size());
  return std::string(name);
}

std::string title_of(std::string_view name) {
  std::string title = without_suffix(name, "_ms");
  std::ranges::replace(title, '_', ' ');
  if (name.ends_with("_rate")) title += " /s";
  return title;
}

std::string number(double value) {
  if (!std::isfinite(value)) return "unknown";
  const double size = std::abs(value);
  return size >= 100  ? fmt::format("{:.0f}", value)
         : size >= 10 ? fmt::format("{:.1f}", value)
                      : fmt::format("{:.2f}", value);
}

// Rounded down: 100 % is all of it.
std::string percent(double share) { return fmt::format("{:.1f} %", std::floor(share * 1000) / 10); }

std::string unknown(Reason reason) {
  if (reason == Reason::not_applicable) return "–";
  return fmt::format("unknown ({})", word(reason));
}

// Severity and verdict carry a shape, so that colour is never alone.
std::string with_shape(std::string_view name, const std::string& text) {
  if (name != "verdict" && name != "severity") return text;
  if (text == "ok" || text == "note") return "● " + text;
  if (text == "warn") return "▲ " + text;
  if (text == "error" || text == "stop" || text == "stall" || text == "rewind") return "◆ " + text;
  return text;
}

struct CellText {
  bool utc;
  std::string operator()(std::monostate) const { return "–"; }
  std::string operator()(Reason reason) const { return unknown(reason); }
  std::string operator()(bool value) const { return value ? "yes" : "no"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return number(value); }
  std::string operator()(const std::string& value) const { return printable(value); }
  std::string operator()(LocalTime value) const { return human(value, utc); }
  std::string operator()(Millis value) const { return human(value); }
  std::string operator()(const CellList& list) const {
    std::string out;
    for (const Cell& cell : list) out += (out.empty() ? "" : ", ") + std::visit(*this, cell.value);
    return out;
  }
  std::string operator()(const CellRecord& record) const {
    std::string out;
    for (const CellField& field : record) {
      if (!out.empty()) out += ", ";
      out += title_of(field.name) + ' ' + std::visit(*this, field.cell.value);
    }
    return out;
  }
};

bool is_number(const Cell& cell) {
  return std::holds_alternative<std::int64_t>(cell.value) || std::holds_alternative<double>(cell.value) ||
         std::holds_alternative<Millis>(cell.value);
}

std::string text_of(const CellRecord& row, std::string_view name, bool utc) {
  const Cell* cell = find(row, name);
  if (!cell) return {};
  if (const auto* share = std::get_if<double>(&cell->value); share && name.starts_with("coverage"))
    return percent(*share);
  std::string text = with_shape(name, std::visit(CellText{utc}, cell->value));
  if (name.ends_with("_ms") && std::holds_alternative<Millis>(cell->value)) {
    const Cell* error = find(row, without_suffix(name, "_ms") + "_error_ms");
    const auto* plus_minus = error ? std::get_if<Millis>(&error->value) : nullptr;
    const Cell* bound = find(row, without_suffix(name, "_ms") + "_bound");
    const auto* word = bound ? std::get_if<std::string>(&bound->value) : nullptr;
    if (word && *word != "measured") return (*word == "at-most" ? "≤ " : "≥ ") + text;
    if (plus_minus && plus_minus->count() > 0) text += " ± " + human(*plus_minus);
  }
  return text;
}

// One row per record of the list in column `name`, with the row's other cells in front.
std::vector<CellRecord> spread(const std::vector<CellRecord>& rows, std::string_view name) {
  std::vector<CellRecord> out;
  for (const CellRecord& row : rows) {
    const Cell* cell = find(row, name);
    const auto* list = cell ? std::get_if<CellList>(&cell->value) : nullptr;
    if (!list) continue;
    CellRecord head = row;
    std::erase_if(head, [&](const CellField& field) { return field.name == name; });
    for (const Cell& item : *list) {
      const auto* record = std::get_if<CellRecord>(&item.value);
      if (!record) continue;
      out.push_back(head);
      out.back().insert(out.back().end(), record->begin(), record->end());
    }
  }
  return out;
}

std::vector<std::string> column_names(const std::vector<CellRecord>& rows, const Layout& layout, bool all) {
  if (rows.empty()) return {};
  const CellRecord& first = rows.front();
  std::vector<std::string> names;
  if (all || layout.columns.empty()) {
    for (const CellField& field : first)
      if (!field.name.ends_with("_error_ms")) names.push_back(field.name);
  } else {
    for (const std::string_view name : layout.columns)
      if (find(first, name)) names.emplace_back(name);
  }
  return names;
}
}  // namespace

std::string human(Millis time) {
  const std::int64_t all = time.count();
  const std::string sign = all < 0 ? "-" : "";
  const std::int64_t t = std::abs(all);
  if (t < 1000) return fmt::format("{}{} ms", sign, t);
  if (t < 10'000) return fmt::format("{}{}.{} s", sign, t / 1000, t % 1000 / 100);
  const std::int64_t s = t / 1000, m = s / 60, h = m / 60, d = h / 24;
  if (m == 0) return fmt::format("{}{} s", sign, s);
  if (h == 0) return fmt::format("{}{} min {} s", sign, m, s % 60);
  if (d == 0) return fmt::format("{}{} h {} min", sign, h, m % 60);
  return fmt::format("{}{} d {} h", sign, d, h % 24);
}

std::string human(LocalTime time, bool utc) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(time.time_since_epoch());
  const std::time_t value = seconds.count();
  std::tm parts{};
  if (utc)
    gmtime_r(&value, &parts);
  else
    localtime_r(&value, &parts);
  std::array<char, 64> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), utc ? "%F %T UTC" : "%F %T %z", &parts);
  return {text.data(), length};
}

Grid make_grid(const Document& document, const Layout& layout, const Style& style) {
  Grid grid;
  const std::vector<CellRecord> rows = layout.rows_of.empty() ? document.rows : spread(document.rows, layout.rows_of);
  const std::vector<std::string> names = column_names(rows, layout, style.all_columns);
  for (const std::string& name : names) {
    const bool right = std::ranges::any_of(rows, [&](const CellRecord& row) {
      const Cell* cell = find(row, name);
      return cell && is_number(*cell);
    });
    grid.columns.push_back({title_of(name), right});
  }
  for (const CellRecord& row : rows) {
    std::vector<std::string> texts;
    for (const std::string& name : names) texts.push_back(text_of(row, name, style.utc));
    grid.rows.push_back(std::move(texts));
  }
  return grid;
}

std::string headline(const Document& document, const Style& style) {
  const std::string coverage =
      document.coverage.known() ? percent(*document.coverage) : unknown(document.coverage.reason());
  return fmt::format("{} at {} · coverage {}", document.verb, human(document.at, style.utc), coverage);
}

std::vector<std::string> footlines(const Document& document) {
  std::vector<std::string> lines;
  for (const Finding& finding : document.findings)
    lines.push_back(fmt::format("{} {} {}: {}", with_shape("severity", std::string(word(finding.severity))),
                                finding.rule, printable(finding.object.value()), printable(finding_text(finding))));
  for (const std::string& note : document.notes) lines.push_back(printable(note));
  return lines;
}

}  // namespace tidemark::cli
