// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/connectors/connectors_page.h"

#include <QVBoxLayout>

#include "models/items/format.h"
#include "views/connectors/trace_card.h"
#include "views/words.h"

namespace tidemark::views {
namespace {
constexpr int opened_first = 60;  // rows
}

ConnectorsPage::ConnectorsPage(QWidget* parent) : ConnectorsPage(new ConnectorModel, parent) {}

ConnectorsPage::ConnectorsPage(ConnectorModel* model, QWidget* parent)
    : TablePage(model, tr("Connectors"),
                tr("No connector has been recorded.\nName the address of Kafka Connect in the profile and start a "
                   "collector: tidemark collect --profile FILE"),
                parent),
      model_(model),
      trace_(new TraceCard(this)) {
  model_->setParent(this);
  static_cast<QVBoxLayout*>(layout())->addWidget(trace_);
  table()->set_spare({ConnectorModel::tables, ConnectorModel::reads, ConnectorModel::worker, ConnectorModel::says});
  connect(table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ConnectorsPage::choose);
  connect(table(), &RowView::opened, this, &ConnectorsPage::open);
}

void ConnectorsPage::show_data(const ViewData& view) { show_rows(view.connectors); }

std::optional<std::size_t> ConnectorsPage::count(const ViewData& view) const {
  return view.connectors ? std::optional<std::size_t>(view.connectors->size()) : std::nullopt;
}

void ConnectorsPage::show_rows(std::shared_ptr<const ConnectorBranches> rows) {
  if (!rows) return;
  headline()->say(connector_sentence(*rows));
  const bool empty_before = model_->total() == 0;
  model_->set_rows(std::move(rows));
  settle();
  if (empty_before && model_->total() > 0) {
    open_first(opened_first);
    // The worst one's trace is the first thing to read.
    if (!table()->currentIndex().isValid()) choose(model_->index(0, 0));
  } else {
    choose(table()->currentIndex().isValid() ? table()->currentIndex() : model_->index(0, 0));
  }
}

// The trace of a task; of a connector its own, or that of its first task that has one.
void ConnectorsPage::choose(const QModelIndex& index) {
  if (!index.isValid()) return trace_->show_trace({}, {});
  const auto [parent, child] = model_->source(index);
  const ConnectorRow& row = model_->parent_row(parent);
  const QString connector = format::text(row.connector);
  const auto show = [&](const TaskRow& task) {
    trace_->show_trace(QStringLiteral("%1/%2").arg(connector).arg(task.id),
                       task.trace ? format::text(*task.trace) : QString());
  };
  if (child >= 0) return show(model_->child_row(parent, static_cast<std::size_t>(child)));
  if (row.trace) return trace_->show_trace(connector, format::text(*row.trace));
  for (const TaskRow& task : row.tasks)
    if (task.trace) return show(task);
  trace_->show_trace({}, {});
}

void ConnectorsPage::open(const QModelIndex& index) {
  choose(index);
  const QModelIndex top = index.siblingAtColumn(0);
  if (trace_->has_trace())
    trace_->unfold(!trace_->unfolded());
  else if (model_->hasChildren(top))
    table()->setExpanded(top, !table()->isExpanded(top));
}

}  // namespace tidemark::views
