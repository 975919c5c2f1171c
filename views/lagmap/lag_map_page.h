// SPDX-License-Identifier: GPL-3.0-or-later
// Lag map page: how the lag of every group and partition went over the window: all of it at a glance, beneath it row by
// row. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/analysis/tide.h"
#include "models/items/lag_map_model.h"
#include "views/widgets/table_page.h"

namespace tidemark::views {
class LagOverview;

class LagMapPage final : public TablePage {
  Q_OBJECT
 public:
  explicit LagMapPage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  void show_map(const std::shared_ptr<const LagMap>& map);
  const LagMapModel& model() const { return *model_; }
  LagOverview* overview() const { return overview_; }

 private:
  LagMapPage(LagMapModel* model, QWidget* parent);
  void open(const QModelIndex& index);
  void choose(std::size_t group);

  LagMapModel* model_;
  QFrame* card_ = nullptr;
  LagOverview* overview_ = nullptr;
};

}  // namespace tidemark::views
