// SPDX-License-Identifier: GPL-3.0-or-later
// TopicModel: topics and who reads them: how old the last record is, how far behind every reader. Thread rule: GUI
// thread.
#pragma once

#include "models/items/rows_model.h"

namespace tidemark {

class TopicModel final : public RowsModel<ReadTopic, FreshnessRow> {
  Q_OBJECT
 public:
  enum Column { name, state, last_record, produced, age, unread, since, safe_until, required, shape };
  explicit TopicModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const ReadTopic& row, int column) const override;
  ItemCell cell_of(const ReadTopic& parent, const FreshnessRow& row, int column) const override;
  SortValue sort_of(const ReadTopic& row, int column) const override;
  SortValue sort_of(const ReadTopic& parent, const FreshnessRow& row, int column) const override;
};

// What the paths over a topic require and its configuration does not give, as far as is known.
struct NeedCount {
  int unmet = 0, unknown = 0, all = 0;
};
NeedCount count(const std::vector<TopicNeed>& needs);

}  // namespace tidemark
