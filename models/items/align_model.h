// SPDX-License-Identifier: GPL-3.0-or-later
// AlignModel: tables and the partitions that feed them, worst first: what is durably in the table against what the
// group says. Thread rule: GUI thread.
#pragma once

#include "models/analysis/table_branches.h"
#include "models/items/rows_model.h"

namespace tidemark {

class AlignModel final : public RowsModel<AlignTable, AlignRow> {
  Q_OBJECT
 public:
  enum Column { name, marks, state, not_landed, unread, since, table_next, group_next, high, evidence, restart };
  explicit AlignModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const AlignTable& row, int column) const override;
  ItemCell cell_of(const AlignTable& parent, const AlignRow& row, int column) const override;
  SortValue sort_of(const AlignTable& row, int column) const override;
  SortValue sort_of(const AlignTable& parent, const AlignRow& row, int column) const override;
};

// "re-reads nothing; 10,000 exist only in announced files", of a partition or of a whole table.
QString restart_words(const Known<std::int64_t>& reread, const Known<std::int64_t>& only_in_files,
                      const Known<std::int64_t>& duplicates);

}  // namespace tidemark
