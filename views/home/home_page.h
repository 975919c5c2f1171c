// SPDX-License-Identifier: GPL-3.0-or-later
// Tide home: what is late, since when, worse or better, until when it is safe, whose it is. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/items/path_model.h"
#include "views/widgets/table_page.h"

namespace tidemark::views {
class FactsCard;

class HomePage final : public TablePage {
  Q_OBJECT
 public:
  explicit HomePage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  std::optional<std::size_t> count(const ViewData& view) const override;
  void show_home(const std::shared_ptr<const Home>& home);
  const HomeModel& model() const { return *model_; }
  // The budget of the chosen path, shown or not.
  void toggle_budget();
  std::optional<LocalTime> late_since() const override;

 private:
  HomePage(HomeModel* model, QWidget* parent);
  void open(const QModelIndex& index);
  void choose();

  HomeModel* model_;
  FactsCard* budget_;
  bool budget_wanted_ = false;
};

}  // namespace tidemark::views
