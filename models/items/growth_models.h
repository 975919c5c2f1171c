// SPDX-License-Identifier: GPL-3.0-or-later
// GrowthModel: what topics hold and will hold, measured apart from modelled. DriverModel: what a bill follows from.
// DemandModel: what readers need. Thread rule: GUI thread.
#pragma once

#include "models/analysis/growth_view.h"
#include "models/items/rows_model.h"

namespace tidemark {

class GrowthModel final : public RowsModel<GrowthLine, NoRow> {
  Q_OBJECT
 public:
  enum Column { topic, bytes, a_day, held, projected, what_if, evidence, team };
  explicit GrowthModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const GrowthLine& row, int column) const override;
  ItemCell cell_of(const GrowthLine&, const NoRow&, int) const override { return {}; }
  SortValue sort_of(const GrowthLine& row, int column) const override;
  SortValue sort_of(const GrowthLine&, const NoRow&, int) const override { return {}; }
};

class DriverModel final : public RowsModel<CostDriver, NoRow> {
  Q_OBJECT
 public:
  enum Column { driver, value, evidence, what };
  explicit DriverModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const CostDriver& row, int column) const override;
  ItemCell cell_of(const CostDriver&, const NoRow&, int) const override { return {}; }
  SortValue sort_of(const CostDriver& row, int column) const override;
  SortValue sort_of(const CostDriver&, const NoRow&, int) const override { return {}; }
};

class DemandModel final : public RowsModel<ReaderDemand, NoRow> {
  Q_OBJECT
 public:
  enum Column { group, members, idle, needed, in_burst, produced, read, per_member };
  explicit DemandModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const ReaderDemand& row, int column) const override;
  ItemCell cell_of(const ReaderDemand&, const NoRow&, int) const override { return {}; }
  SortValue sort_of(const ReaderDemand& row, int column) const override;
  SortValue sort_of(const ReaderDemand&, const NoRow&, int) const override { return {}; }
};

// GUI thread because of translation.
namespace growth_words {
QString bytes(const Known<double>& value);
QString evidence(const std::string& word);  // measured | modelled | typed | unknown
QString driver(const std::string& id);      // "broker disk"
}  // namespace growth_words

}  // namespace tidemark
