// SPDX-License-Identifier: GPL-3.0-or-later
// EventModel: what happened, in the order of time. StoryModel: what people wrote of it. Thread rule: GUI thread.
#pragma once

#include "models/analysis/incident_view.h"
#include "models/items/rows_model.h"

namespace tidemark {

class EventModel final : public RowsModel<EventRow, NoRow> {
  Q_OBJECT
 public:
  enum Column { what, at, object, layer };
  explicit EventModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const EventRow& row, int column) const override;
  ItemCell cell_of(const EventRow&, const NoRow&, int) const override { return {}; }
  SortValue sort_of(const EventRow& row, int column) const override;
  SortValue sort_of(const EventRow&, const NoRow&, int) const override { return {}; }
};

class StoryModel final : public RowsModel<ToldRow, NoRow> {
  Q_OBJECT
 public:
  enum Column { text, at, author };
  explicit StoryModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const ToldRow& row, int column) const override;
  ItemCell cell_of(const ToldRow&, const NoRow&, int) const override { return {}; }
  SortValue sort_of(const ToldRow& row, int column) const override;
  SortValue sort_of(const ToldRow&, const NoRow&, int) const override { return {}; }
};

}  // namespace tidemark
