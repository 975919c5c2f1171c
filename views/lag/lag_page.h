// SPDX-License-Identifier: GPL-3.0-or-later
// Lag page: groups and their partitions, worst first. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/analysis/tide.h"
#include "models/items/lag_model.h"
#include "views/widgets/table_page.h"

namespace tidemark::views {

class LagPage final : public TablePage {
  Q_OBJECT
 public:
  explicit LagPage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  std::optional<std::size_t> count(const ViewData& view) const override;
  void show_rows(std::shared_ptr<const LagBranches> rows);
  const LagModel& model() const { return *model_; }

 private:
  LagPage(LagModel* model, QWidget* parent);
  void open(const QModelIndex& index);

  LagModel* model_;
};

}  // namespace tidemark::views
