// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lagmap/lag_map_page.h"

#include <QVBoxLayout>

#include "views/lagmap/lag_map_words.h"
#include "views/lagmap/lag_overview.h"
#include "views/widgets/parts.h"

namespace tidemark::views {

LagMapPage::LagMapPage(QWidget* parent) : LagMapPage(new LagMapModel, parent) {}

LagMapPage::LagMapPage(LagMapModel* model, QWidget* parent)
    : TablePage(model, tr("Lag map"),
                tr("No lag has been recorded in this window.\nStart a collector: tidemark collect --profile FILE, or "
                   "choose an earlier time."),
                parent),
      model_(model) {
  model_->setParent(this);
  table()->set_spare({LagMapModel::known, LagMapModel::newest, LagMapModel::at});
  table()->set_widest(LagMapModel::strip);
  QBoxLayout* inside = nullptr;
  card_ = card(this, &inside);
  overview_ = new LagOverview(card_);
  inside->addWidget(overview_);
  static_cast<QVBoxLayout*>(layout())->insertWidget(1, card_);
  card_->hide();
  connect(table(), &RowView::opened, this, &LagMapPage::open);
  connect(overview_, &LagOverview::chosen, this, &LagMapPage::choose);
  connect(overview_, &LagOverview::zoom_asked, this, &PageWidget::zoom_asked);
}

void LagMapPage::show_data(const ViewData& view) { show_map(view.lag_map); }

void LagMapPage::show_map(const std::shared_ptr<const LagMap>& map) {
  if (!map) return;
  headline()->say(lag_map_sentence(*map));
  card_->setVisible(map->partitions > 0);
  overview_->show_map(map);
  model_->set_map(map);
  settle();
}

// The row of the map's group, in sight.
void LagMapPage::choose(std::size_t group) {
  if (!model_->map() || group >= model_->map()->rows.size()) return;
  const QModelIndex index = model_->find(model_->map()->rows[group].parent.key);
  if (!index.isValid()) return;
  table()->setCurrentIndex(index);
  table()->scrollTo(index);
  table()->setExpanded(index, true);
}

void LagMapPage::open(const QModelIndex& index) {
  const auto [parent, child] = model_->source(index);
  const LagMapRow& row =
      child < 0 ? model_->parent_row(parent) : model_->child_row(parent, static_cast<std::size_t>(child));
  emit tide_asked({row.cluster, row.partition.topic, row.partition.partition, row.group, {}});
}

}  // namespace tidemark::views
