// SPDX-License-Identifier: GPL-3.0-or-later
// Gaps page: when nobody looked, at what, and why. Thread rule: GUI thread; load_gaps() on the thread that reads.
#pragma once

#include "models/items/rows_model.h"
#include "views/widgets/table_page.h"

namespace tidemark::views {

struct GapRow {
  std::string source;
  Gap gap;
};
using GapBranches = std::vector<Branch<GapRow, NoRow>>;

// The gaps of the visible window.
Result<> load_gaps(SnapshotSource& timeline, ViewData& data);

class GapModel final : public RowsModel<GapRow, NoRow> {
  Q_OBJECT
 public:
  enum Column { source, from, to, why };
  explicit GapModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const GapRow& row, int column) const override;
  ItemCell cell_of(const GapRow&, const NoRow&, int) const override { return {}; }
  SortValue sort_of(const GapRow& row, int column) const override;
  SortValue sort_of(const GapRow&, const NoRow&, int) const override { return {}; }
};

class GapsPage final : public TablePage {
  Q_OBJECT
 public:
  explicit GapsPage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  std::optional<std::size_t> count(const ViewData& view) const override;

 private:
  GapsPage(GapModel* model, QWidget* parent);

  GapModel* model_;
};

}  // namespace tidemark::views
