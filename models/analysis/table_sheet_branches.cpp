// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/table_sheet_branches.h"

#include <algorithm>

#include "models/analysis/row_keys.h"

namespace tidemark {

TableSheets sheets_of(std::vector<TableSheet> sheets, LocalTime at) {
  TableSheets out{.at = at};
  for (TableSheet& sheet : sheets) {
    out.one_of_many = out.one_of_many || (!out.rows.empty() && out.rows.front().parent.row.cluster != sheet.cluster);
    auto& branch = out.rows.emplace_back();
    branch.parent.key = joined({sheet.cluster.value(), sheet.table.value()});
    branch.parent.text = lower(sheet.table.value() + ' ' + sheet.cluster.value() + ' ' + or_empty(sheet.format) + ' ' +
                               or_empty(sheet.writer));
    branch.parent.row = std::move(sheet);
  }
  std::ranges::stable_partition(
      out.rows, [](const auto& branch) { return branch.parent.row.numbers.at(TableFact::files).known(); });
  return out;
}

const TableSheet* find_sheet(const TableSheets& sheets, const std::optional<TableChoice>& wanted) {
  for (const auto& branch : sheets.rows) {
    const TableSheet& sheet = branch.parent.row;
    const bool here = wanted && (wanted->cluster.value().empty() || wanted->cluster == sheet.cluster);
    if (here && wanted->table == sheet.table) return &sheet;
  }
  return sheets.rows.empty() ? nullptr : &sheets.rows.front().parent.row;
}

MetricChoice trend_choice(const TableSheet& sheet, TableFact fact) {
  return {{}, sheet.cluster, signal_of(fact), Object("table:" + sheet.table.value())};
}

MetricTrend fact_trend(const Snapshot& snapshot, const MetricChoice& of, LocalTime from, LocalTime to) {
  MetricTrend out{.of = of, .from = from, .to = to};
  std::vector<std::size_t> columns;
  for (const std::size_t i : snapshot.find({of.cluster, of.signal, of.object})) {
    columns.push_back(i);
    out.unit = snapshot.columns[i].spec.unit;
  }
  out.points = points_of(snapshot, columns, from, to);
  break_at_holes(out.points);
  out.blanks = blanks_of(out.points, to);
  return out;
}

}  // namespace tidemark
