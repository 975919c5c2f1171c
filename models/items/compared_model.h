// SPDX-License-Identifier: GPL-3.0-or-later
// ComparedModel: where the records that wait are, in the window of an incident against its baseline: a gap, and beneath
// it the leaders, members, topics … in which it grew, the most different first. Thread rule: GUI thread.
#pragma once

#include "models/analysis/incident_view.h"
#include "models/items/rows_model.h"

namespace tidemark {

class ComparedModel final : public RowsModel<ComparedRow, ComparedPartRow> {
  Q_OBJECT
 public:
  enum Column { what, share, fair, before, after, partitions };
  explicit ComparedModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const ComparedRow& row, int column) const override;
  ItemCell cell_of(const ComparedRow& parent, const ComparedPartRow& row, int column) const override;
  SortValue sort_of(const ComparedRow& row, int column) const override;
  SortValue sort_of(const ComparedRow& parent, const ComparedPartRow& row, int column) const override;
};

}  // namespace tidemark
