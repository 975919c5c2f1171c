// SPDX-License-Identifier: GPL-3.0-or-later
// DrillModel: the library of drills with those that are on record beneath. StepModel: the run sheet of one. ProbeModel:
// what is looked at beside it. MatrixModel: which incident was rehearsed on which path. Thread rule: GUI thread.
#pragma once

#include "models/analysis/drill/view.h"
#include "models/items/rows_model.h"

namespace tidemark {

class DrillModel final : public RowsModel<LibraryDrill, DrillRun> {
  Q_OBJECT
 public:
  enum Column { name, verdict, at, state, owner };
  explicit DrillModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const LibraryDrill& row, int column) const override;
  ItemCell cell_of(const LibraryDrill& parent, const DrillRun& row, int column) const override;
  SortValue sort_of(const LibraryDrill& row, int column) const override;
  SortValue sort_of(const LibraryDrill& parent, const DrillRun& row, int column) const override;
};

class StepModel final : public RowsModel<SheetStep, NoRow> {
  Q_OBJECT
 public:
  enum Column { title, state, at, who, expect };
  explicit StepModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const SheetStep& row, int column) const override;
  ItemCell cell_of(const SheetStep&, const NoRow&, int) const override { return {}; }
  SortValue sort_of(const SheetStep& row, int column) const override;
  SortValue sort_of(const SheetStep&, const NoRow&, int) const override { return {}; }
};

class ProbeModel final : public RowsModel<ProbeGroup, DrillProbe> {
  Q_OBJECT
 public:
  enum Column { text, state };
  explicit ProbeModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const ProbeGroup& row, int column) const override;
  ItemCell cell_of(const ProbeGroup& parent, const DrillProbe& row, int column) const override;
  SortValue sort_of(const ProbeGroup&, int) const override { return {}; }
  SortValue sort_of(const ProbeGroup& parent, const DrillProbe& row, int column) const override;
};

// A column a path, for good: who has other paths makes another model.
class MatrixModel final : public RowsModel<MatrixRow, NoRow> {
  Q_OBJECT
 public:
  enum Column { incident, drills, first_path };
  explicit MatrixModel(std::vector<std::string> scopes, QObject* parent = nullptr);
  const std::vector<std::string>& scopes() const { return scopes_; }

 protected:
  ItemCell cell_of(const MatrixRow& row, int column) const override;
  ItemCell cell_of(const MatrixRow&, const NoRow&, int) const override { return {}; }
  SortValue sort_of(const MatrixRow& row, int column) const override;
  SortValue sort_of(const MatrixRow&, const NoRow&, int) const override { return {}; }

 private:
  std::vector<std::string> scopes_;
};

// How drills are written on screen. GUI thread because of translation.
namespace drill_words {
QString verdict(Outcome outcome);  // what is unknown is inconclusive
QString status(DrillStatus status);
QString state(SeenState state);
QString measure(const std::string& name);  // "recovered after"
QString group(ProbeKind kind);
}  // namespace drill_words

}  // namespace tidemark
