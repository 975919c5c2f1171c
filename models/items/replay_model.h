// SPDX-License-Identifier: GPL-3.0-or-later
// ReplayModel: replays and their partitions: how far, how fast, until when, whether retention is faster, and what live
// groups suffer. Thread rule: GUI thread.
#pragma once

#include "models/analysis/replay_branches.h"
#include "models/items/rows_model.h"

namespace tidemark {

class ReplayModel final : public RowsModel<ReplayRow, PartProgress> {
  Q_OBJECT
 public:
  enum Column { name, state, done, remaining, reads, drains, eta, race, impact };
  explicit ReplayModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const ReplayRow& row, int column) const override;
  ItemCell cell_of(const ReplayRow& parent, const PartProgress& row, int column) const override;
  SortValue sort_of(const ReplayRow& row, int column) const override;
  SortValue sort_of(const ReplayRow& parent, const PartProgress& row, int column) const override;
};

QString word(const Known<ReplayState>& state);
Level level_of(const Known<ReplayState>& state);
// "17:20, 17:12 to 17:41", or why there is none.
QString eta_words(const ReplayProgress& progress);
// "sink ← orders".
QString replay_name(const FoundReplay& replay);

}  // namespace tidemark
