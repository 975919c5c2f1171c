// SPDX-License-Identifier: GPL-3.0-or-later
// Table sheets as views show them, and how one number of a table went. Thread rule: none, pure functions.
#pragma once

#include "models/analysis/branch.h"
#include "models/analysis/metric_trend.h"
#include "models/analysis/table_branches.h"
#include "models/analysis/table_sheet.h"

namespace tidemark {

using TableSheetBranches = std::vector<Branch<TableSheet, NoRow>>;

struct TableSheets {
  LocalTime at;
  TableSheetBranches rows;   // those that tell their files first, then by cluster and name
  bool one_of_many = false;  // clusters
};
TableSheets sheets_of(std::vector<TableSheet> sheets, LocalTime at);
// The table that is chosen (a cluster left empty fits any), else the first one; null where there is none.
const TableSheet* find_sheet(const TableSheets& sheets, const std::optional<TableChoice>& wanted);

// How a number of a table went: load trend_request(trend_choice(…)) first.
MetricChoice trend_choice(const TableSheet& sheet, TableFact fact);
MetricTrend fact_trend(const Snapshot& snapshot, const MetricChoice& of, LocalTime from, LocalTime to);

}  // namespace tidemark
