// SPDX-License-Identifier: GPL-3.0-or-later
// MetricModel: sources of metrics with their signals, and apart from them the signals that nothing was matched to.
// Thread rule: GUI thread.
#pragma once

#include "models/analysis/metric_branches.h"
#include "models/items/rows_model.h"

namespace tidemark {

class MetricModel final : public RowsModel<MetricGroup, MetricLine> {
  Q_OBJECT
 public:
  enum Column { name, object, layer, state, value, at, series, metric, preset };
  explicit MetricModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const MetricGroup& row, int column) const override;
  ItemCell cell_of(const MetricGroup& parent, const MetricLine& row, int column) const override;
  SortValue sort_of(const MetricGroup& row, int column) const override;
  SortValue sort_of(const MetricGroup& parent, const MetricLine& row, int column) const override;
};

// "20.5 ms", "0.31/s", or the word for unknown.
QString metric_value(const Known<double>& value, const std::string& unit);

}  // namespace tidemark
