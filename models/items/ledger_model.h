// SPDX-License-Identifier: GPL-3.0-or-later
// LedgerModel: the commits of one table, newest first, each with the offsets that it made durable and how they follow
// on those before. What the branch has left stays and is struck through. Thread rule: GUI thread.
#pragma once

#include "models/analysis/table_branches.h"
#include "models/items/rows_model.h"

namespace tidemark {

class LedgerModel final : public RowsModel<LedgerRow, CommitRange> {
  Q_OBJECT
 public:
  enum Column { committed, relation, operation, records, ranges, commit_id, valid_through, evidence };
  explicit LedgerModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const LedgerRow& row, int column) const override;
  ItemCell cell_of(const LedgerRow& parent, const CommitRange& row, int column) const override;
  SortValue sort_of(const LedgerRow& row, int column) const override;
  SortValue sort_of(const LedgerRow& parent, const CommitRange& row, int column) const override;
};

}  // namespace tidemark
