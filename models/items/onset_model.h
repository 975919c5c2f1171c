// SPDX-License-Identifier: GPL-3.0-or-later
// OnsetModel: the order of onset: what moved, when at the earliest and at the latest, from what to what, and whether
// its place is proven by time. Thread rule: GUI thread.
#pragma once

#include "models/analysis/incident_view.h"
#include "models/items/rows_model.h"

namespace tidemark {

class OnsetModel final : public RowsModel<OnsetRow, NoRow> {
  Q_OBJECT
 public:
  enum Column { what, rank, at, before, after, layer, ordered_by };
  explicit OnsetModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const OnsetRow& row, int column) const override;
  ItemCell cell_of(const OnsetRow&, const NoRow&, int) const override { return {}; }
  SortValue sort_of(const OnsetRow& row, int column) const override;
  SortValue sort_of(const OnsetRow&, const NoRow&, int) const override { return {}; }
};

// A value of a series in its unit, or the word of a state.
QString onset_value(const OnsetValue& value, const std::string& unit);
// "02:40:35 ± 5 s": the whole interval lies within.
QString began_words(const Onset& onset);
QString series_value(double value, const std::string& unit);

}  // namespace tidemark
