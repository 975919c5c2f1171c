// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dump.h"

#include <array>
#include <cstdio>

namespace tidemark::test {
namespace {
std::string text_of(const Cell& cell);

std::string fields(const CellRecord& record) {
  std::string out;
  for (const CellField& field : record) out += (out.empty() ? "" : " ") + field.name + '=' + text_of(field.cell);
  return out;
}

struct Printer {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(Reason reason) const { return '<' + std::string(word(reason)) + '>'; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.9g", value);
    return text.data();
  }
  std::string operator()(const std::string& value) const { return '"' + value + '"'; }
  std::string operator()(LocalTime value) const { return rfc3339(value); }
  std::string operator()(Millis value) const { return std::to_string(value.count()) + "ms"; }
  std::string operator()(const CellList& list) const {
    std::string out = "[";
    for (const Cell& cell : list) out += (out.size() > 1 ? ", " : "") + text_of(cell);
    return out + "]";
  }
  std::string operator()(const CellRecord& record) const { return '{' + fields(record) + '}'; }
};

std::string text_of(const Cell& cell) { return std::visit(Printer(), cell.value); }
}  // namespace

std::string dump(const Document& document) {
  std::string out =
      document.verb + " at " + rfc3339(document.at) + " coverage " + text_of(Cell(document.coverage)) + '\n';
  for (const CellRecord& row : document.rows) out += fields(row) + '\n';
  for (const std::string& note : document.notes) out += "note " + note + '\n';
  return out;
}

}  // namespace tidemark::test
