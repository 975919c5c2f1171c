// SPDX-License-Identifier: GPL-3.0-or-later
// Replay page: what is read again, how far it is, until when, whether retention is faster, and at whose cost; beside
// the rows the facts of the chosen one. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/analysis/tide.h"
#include "models/items/replay_model.h"
#include "views/widgets/facts_card.h"
#include "views/widgets/table_page.h"

namespace tidemark::views {

class ReplayPage final : public TablePage {
  Q_OBJECT
 public:
  explicit ReplayPage(QWidget* parent = nullptr);
  void show_replays(const std::shared_ptr<const Replays>& replays);
  const ReplayModel& model() const { return *model_; }

 signals:
  void tide_asked(const tidemark::TideSelection& selection);

 private:
  ReplayPage(ReplayModel* model, QWidget* parent);
  void choose();
  void open(const QModelIndex& index);

  ReplayModel* model_;
  FactsCard* facts_;
};

}  // namespace tidemark::views
