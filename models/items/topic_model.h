// SPDX-License-Identifier: GPL-3.0-or-later
// TopicModel: topics and who reads them: how old the last record is, how far behind every reader. Thread rule: GUI
// thread.
#pragma once

#include "models/items/rows_model.h"

namespace tidemark {

class TopicModel final : public RowsModel<ReadTopic, FreshnessRow> {
  Q_OBJECT
 public:
  enum Column { name, state, last_record, produced, age, unread, since, safe_until, shape };
  explicit TopicModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const ReadTopic& row, int column) const override;
  ItemCell cell_of(const ReadTopic& parent, const FreshnessRow& row, int column) const override;
  SortValue sort_of(const ReadTopic& row, int column) const override;
  SortValue sort_of(const ReadTopic& parent, const FreshnessRow& row, int column) const override;
};

}  // namespace tidemark
