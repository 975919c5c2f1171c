// SPDX-License-Identifier: GPL-3.0-or-later
// Connectors page: connectors and their tasks, worst first, and the trace of the chosen one. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/items/connector_model.h"
#include "views/widgets/table_page.h"

namespace tidemark::views {
class TraceCard;

class ConnectorsPage final : public TablePage {
  Q_OBJECT
 public:
  explicit ConnectorsPage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  std::optional<std::size_t> count(const ViewData& view) const override;
  void show_rows(std::shared_ptr<const ConnectorBranches> rows);
  const ConnectorModel& model() const { return *model_; }
  TraceCard* trace() const { return trace_; }

 private:
  ConnectorsPage(ConnectorModel* model, QWidget* parent);
  void choose(const QModelIndex& index);
  void open(const QModelIndex& index);

  ConnectorModel* model_;
  TraceCard* trace_;
};

}  // namespace tidemark::views
