// SPDX-License-Identifier: GPL-3.0-or-later
// Replay page: what is read again, how far it is, until when, whether retention is faster, and at whose cost; beside
// the rows the facts of the chosen one. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/analysis/tide.h"
#include "models/items/replay_model.h"
#include "views/widgets/facts_page.h"

namespace tidemark::views {

class ReplayPage final : public FactsPage {
  Q_OBJECT
 public:
  explicit ReplayPage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  std::optional<std::size_t> count(const ViewData& view) const override;
  void show_replays(const std::shared_ptr<const Replays>& replays);
  const ReplayModel& model() const { return *model_; }

 protected:
  void tell(const QModelIndex& index) override;
  void open(const QModelIndex& index) override;

 private:
  ReplayPage(ReplayModel* model, QWidget* parent);

  ReplayModel* model_;
};

}  // namespace tidemark::views
