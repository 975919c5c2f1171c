// SPDX-License-Identifier: GPL-3.0-or-later
// Document: what a verb answers, before any format: an envelope and rows of named cells. The command line writes it as
// table, JSON, NDJSON, CSV, Markdown or Slack text; the views' models read the same rows.
// Value types; no thread rule. A cell that is not known carries its reason and is written as null beside
// `<name>_reason`.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "models/domain/finding.h"
#include "models/domain/known.h"
#include "models/domain/time.h"

namespace tidemark {

struct Cell;
struct CellField;
using CellList = std::vector<Cell>;         // a JSON array
using CellRecord = std::vector<CellField>;  // a JSON object, keys in order

// monostate is a plain null without a reason (a list end that is open, a value that does not apply to anyone).
struct Cell {
  std::variant<std::monostate, Reason, bool, std::int64_t, double, std::string, LocalTime, Millis, CellList, CellRecord>
      value;

  Cell();
  template <class T>
  Cell(T v);                    // NOLINT: any alternative is a cell
  Cell(std::string_view text);  // NOLINT
  Cell(const char* text);       // NOLINT
  Cell(int v);                  // NOLINT
  template <class T>
  Cell(const Known<T>& known);  // NOLINT
};

struct CellField {
  std::string name;
  Cell cell;
};

// Defined here, where a CellField is whole.
inline Cell::Cell() = default;
template <class T>
Cell::Cell(T v) : value(std::move(v)) {}
inline Cell::Cell(std::string_view text) : value(std::string(text)) {}
inline Cell::Cell(const char* text) : value(std::string(text)) {}
inline Cell::Cell(int v) : value(std::int64_t{v}) {}
template <class T>
Cell::Cell(const Known<T>& known) {
  if (known.known())
    *this = Cell(known.value());
  else
    value = known.reason();
}

struct Document {
  std::string verb;
  LocalTime at;
  LocalTime from;
  LocalTime to;
  Known<double> coverage = Reason::never_polled;  // 0..1, polls answered / due
  std::vector<CellRecord> rows;                   // every row has the same names in the same order
  std::vector<CellField> beside;                  // further members of the envelope ("cannot_run", "unchanged")
  std::vector<Finding> findings;
  std::vector<std::string> notes;
};

}  // namespace tidemark
