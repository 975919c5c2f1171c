// SPDX-License-Identifier: GPL-3.0-or-later
// SourceModel: every collector: does it answer, how much of what was due, at what cost, what it is refused.
// Thread rule: GUI thread.
#pragma once

#include "models/items/rows_model.h"

namespace tidemark {

class SourceModel final : public RowsModel<SourceRow, NoRow> {
  Q_OBJECT
 public:
  enum Column { name, state, since, last_ok, coverage, requests, bytes, duration, denied };
  explicit SourceModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const SourceRow& row, int column) const override;
  ItemCell cell_of(const SourceRow&, const NoRow&, int) const override { return {}; }
  SortValue sort_of(const SourceRow& row, int column) const override;
  SortValue sort_of(const SourceRow&, const NoRow&, int) const override { return {}; }
};

}  // namespace tidemark
