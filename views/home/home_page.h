// SPDX-License-Identifier: GPL-3.0-or-later
// Tide home: what is late, since when, worse or better, until when it is safe, whose it is. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/items/path_model.h"
#include "views/widgets/table_page.h"

namespace tidemark::views {

class HomePage final : public TablePage {
  Q_OBJECT
 public:
  explicit HomePage(QWidget* parent = nullptr);
  void show_home(const std::shared_ptr<const Home>& home);
  const HomeModel& model() const { return *model_; }

 signals:
  void path_asked(const tidemark::PathChoice& path);

 private:
  HomePage(HomeModel* model, QWidget* parent);
  void open(const QModelIndex& index);

  HomeModel* model_;
};

}  // namespace tidemark::views
