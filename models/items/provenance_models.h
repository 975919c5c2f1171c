// SPDX-License-Identifier: GPL-3.0-or-later
// RunModel: runs that are registered. SeenModel: which data a run saw, a table or topic with its partitions beneath.
// RunDiffModel: what two runs saw, partition by partition. Thread rule: GUI thread.
#pragma once

#include "models/analysis/lineage/view.h"
#include "models/items/rows_model.h"

namespace tidemark {

class RunModel final : public RowsModel<LineageRun, NoRow> {
  Q_OBJECT
 public:
  enum Column { run, model, at };
  explicit RunModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const LineageRun& row, int column) const override;
  ItemCell cell_of(const LineageRun&, const NoRow&, int) const override { return {}; }
  SortValue sort_of(const LineageRun& row, int column) const override;
  SortValue sort_of(const LineageRun&, const NoRow&, int) const override { return {}; }
};

class SeenModel final : public RowsModel<SeenInput, SeenLine> {
  Q_OBJECT
 public:
  enum Column { what, from, to, complete, schemas, snapshots };
  explicit SeenModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const SeenInput& row, int column) const override;
  ItemCell cell_of(const SeenInput& parent, const SeenLine& row, int column) const override;
  SortValue sort_of(const SeenInput& row, int column) const override;
  SortValue sort_of(const SeenInput& parent, const SeenLine& row, int column) const override;
};

class RunDiffModel final : public RowsModel<PartitionDiff, NoRow> {
  Q_OBJECT
 public:
  enum Column { partition, before, after, both, gap, again, complete };
  explicit RunDiffModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const PartitionDiff& row, int column) const override;
  ItemCell cell_of(const PartitionDiff&, const NoRow&, int) const override { return {}; }
  SortValue sort_of(const PartitionDiff& row, int column) const override;
  SortValue sort_of(const PartitionDiff&, const NoRow&, int) const override { return {}; }
};

// GUI thread because of translation.
namespace lineage_words {
QString complete(std::string_view word);  // exact | bounded | unknown
QString bound(std::string_view word);     // exact | at-least | at-most | about | unknown
QString field(std::string_view name);     // "embedding version"
QString model(const LineageRun& run);     // "support 3"
QString doubts(const std::vector<Doubt>& doubts);
}  // namespace lineage_words

}  // namespace tidemark
