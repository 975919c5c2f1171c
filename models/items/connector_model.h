// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectorModel: connectors and their tasks, worst first: what Connect says, what the group shows, what is judged.
// Thread rule: GUI thread.
#pragma once

#include "models/analysis/connector_branches.h"
#include "models/items/rows_model.h"

namespace tidemark {

class ConnectorModel final : public RowsModel<ConnectorRow, TaskRow> {
  Q_OBJECT
 public:
  enum Column { name, judged, says, since, worker, member, reads, tables, why };
  explicit ConnectorModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const ConnectorRow& row, int column) const override;
  ItemCell cell_of(const ConnectorRow& parent, const TaskRow& row, int column) const override;
  SortValue sort_of(const ConnectorRow& row, int column) const override;
  SortValue sort_of(const ConnectorRow& parent, const TaskRow& row, int column) const override;
};

QString word(const Known<Judged>& judged);
Level level_of(const Known<Judged>& judged);
// Of a task or connector as Connect says it: RUNNING, FAILED …
Level level_of_connect(const Known<std::string>& state);

}  // namespace tidemark
