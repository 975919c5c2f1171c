// SPDX-License-Identifier: GPL-3.0-or-later
// LagMapModel: groups by topic with their partitions, each with how its lag went. Thread rule: GUI thread.
#pragma once

#include "models/analysis/lag_map.h"
#include "models/items/rows_model.h"

namespace tidemark {

class LagMapModel final : public RowsModel<LagMapRow, LagMapRow> {
  Q_OBJECT
 public:
  enum Column { name, highest, at, newest, known, strip };
  explicit LagMapModel(QObject* parent = nullptr);

  void set_map(const std::shared_ptr<const LagMap>& map);
  const LagMap* map() const { return map_.get(); }

 protected:
  ItemCell cell_of(const LagMapRow& row, int column) const override;
  ItemCell cell_of(const LagMapRow& parent, const LagMapRow& row, int column) const override;
  SortValue sort_of(const LagMapRow& row, int column) const override;
  SortValue sort_of(const LagMapRow& parent, const LagMapRow& row, int column) const override;

 private:
  ItemCell cell(const LagMapRow& row, int column) const;

  std::shared_ptr<const LagMap> map_;
};

}  // namespace tidemark
