// SPDX-License-Identifier: GPL-3.0-or-later
// TableSheetModel: tables with what they are made of. Thread rule: GUI thread.
#pragma once

#include "models/analysis/table_sheet_branches.h"
#include "models/items/rows_model.h"

namespace tidemark {

class TableSheetModel final : public RowsModel<TableSheet, NoRow> {
  Q_OBJECT
 public:
  enum Column { name, kind, files, size, mean, deletes, versions, compacted, expired, schema };
  explicit TableSheetModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const TableSheet& row, int column) const override;
  ItemCell cell_of(const TableSheet&, const NoRow&, int) const override { return {}; }
  SortValue sort_of(const TableSheet& row, int column) const override;
  SortValue sort_of(const TableSheet&, const NoRow&, int) const override { return {}; }
};

// "637 B", "12,345": the value in its unit.
QString fact_words(TableFact fact, std::int64_t value);
// Why it is not known, in the collector's words where it has some.
QString why_words(const TableSheet& sheet, TableFact fact, Reason reason);

}  // namespace tidemark
