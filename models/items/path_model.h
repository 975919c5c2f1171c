// SPDX-License-Identifier: GPL-3.0-or-later
// HomeModel: classes and their paths, what is late first. PathModel: the partitions of one path with their marks, worst
// first. Thread rule: GUI thread.
#pragma once

#include "models/analysis/path_rows.h"
#include "models/items/rows_model.h"

namespace tidemark {

class HomeModel final : public RowsModel<PathClass, PathRow> {
  Q_OBJECT
 public:
  enum Column { path, age, since, trend, where, unread, not_landed, safe_until, finding, owner };
  explicit HomeModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const PathClass& row, int column) const override;
  ItemCell cell_of(const PathClass& parent, const PathRow& row, int column) const override;
  SortValue sort_of(const PathClass& row, int column) const override;
  SortValue sort_of(const PathClass& parent, const PathRow& row, int column) const override;
};

class PathModel final : public RowsModel<PathPartition, NoRow> {
  Q_OBJECT
 public:
  enum Column { partition, marks, state, unread, not_landed, age, produced, read, landing, leader, member };
  explicit PathModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const PathPartition& row, int column) const override;
  ItemCell cell_of(const PathPartition&, const NoRow&, int) const override { return {}; }
  SortValue sort_of(const PathPartition& row, int column) const override;
  SortValue sort_of(const PathPartition&, const NoRow&, int) const override { return {}; }
};

Level level_of(const PathRow& row);
// "29 min 40 s ± 4 s"; of a path with more than one hop what it is at most and at least.
QString age_words(const PathRow& row);
// What is wrong with it, in a word or two; empty where nothing is.
QString trouble_word(const PathRow& row);
StageDots stage_dots(const PathRow& row);
// "15 min at table, 99 %"; "no budget" without a target.
QString budget_words(const PathClass& row);

}  // namespace tidemark
