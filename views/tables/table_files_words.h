// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of table files says in words. Pure functions; GUI thread because of translation.
#pragma once

#include "models/analysis/table_sheet_branches.h"
#include "views/widgets/facts_card.h"
#include "views/widgets/headline.h"
#include "views/widgets/trend_view.h"

namespace tidemark::views {

// Of the table with the smallest files, and of those with delete files.
Sentence table_files_sentence(const TableSheets& sheets);
// Why there are no rows, and what to do about it.
QString no_tables_words();
std::vector<Fact> sheet_facts(const TableSheet& sheet);
// "data files", "mean file size".
QString fact_name(TableFact fact);
// "Data files of lake.orders".
QString fact_title(TableFact fact, const TableSheet& sheet);
// When its schema changed, for the line to show.
std::vector<TrendMoment> schema_moments(const TableSheet& sheet);
// The newest value, or why there is none.
QString fact_note(const MetricTrend& trend, TableFact fact, const TableSheet& sheet);

}  // namespace tidemark::views
