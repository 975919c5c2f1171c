// SPDX-License-Identifier: GPL-3.0-or-later
// LagModel: groups and their partitions, worst first. Thread rule: GUI thread.
#pragma once

#include "models/items/rows_model.h"

namespace tidemark {

class LagModel final : public RowsModel<LagGroup, LagRow> {
  Q_OBJECT
 public:
  enum Column { name, state, marks, age, unread, lag, produced, consumed, headroom, reader };
  explicit LagModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const LagGroup& row, int column) const override;
  ItemCell cell_of(const LagGroup& parent, const LagRow& row, int column) const override;
  SortValue sort_of(const LagGroup& row, int column) const override;
  SortValue sort_of(const LagGroup& parent, const LagRow& row, int column) const override;
};

}  // namespace tidemark
