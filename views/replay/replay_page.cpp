// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/replay/replay_page.h"

#include <QItemSelectionModel>

#include "views/replay/replay_words.h"

namespace tidemark::views {

ReplayPage::ReplayPage(QWidget* parent) : ReplayPage(new ReplayModel, parent) {}

ReplayPage::ReplayPage(ReplayModel* model, QWidget* parent)
    : TablePage(model, tr("Replay"),
                tr("No replay is running, and none ran in the last day.\nOne is found when a group's offset falls, or "
                   "when a new group begins at the first record.\nSay of one beforehand: tidemark replay declare NAME "
                   "--group G --topic T"),
                parent),
      model_(model),
      facts_(new FactsCard(tr("The chosen replay"), this)) {
  model_->setParent(this);
  put_beside(facts_);
  table()->set_spare({ReplayModel::impact, ReplayModel::reads, ReplayModel::drains});
  connect(table(), &RowView::opened, this, &ReplayPage::open);
  connect(table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReplayPage::choose);
  choose();
}

void ReplayPage::show_replays(const std::shared_ptr<const Replays>& replays) {
  if (!replays) return;
  headline()->say(replay_sentence(*replays));
  const bool first = model_->total() == 0;
  model_->set_rows({replays, &replays->rows});
  settle();
  if (first && model_->total() == 1) table()->open_all();
  choose();
}

void ReplayPage::choose() {
  facts_->setVisible(model_->total() > 0);
  if (model_->rowCount() == 0) return;
  const QModelIndex index = table()->currentIndex().isValid() ? table()->currentIndex() : model_->index(0, 0);
  const std::size_t parent = model_->source(index).first;
  const ReplayRow& row = model_->parent_row(parent);
  facts_->show_facts(std::string(model_->key_of(parent)), replay_name(row.replay), replay_facts(row));
}

void ReplayPage::open(const QModelIndex& index) {
  const auto [parent, child] = model_->source(index);
  if (child < 0) {
    const QModelIndex top = index.siblingAtColumn(0);
    table()->setExpanded(top, !table()->isExpanded(top));
    return;
  }
  const FoundReplay& replay = model_->parent_row(parent).replay;
  emit tide_asked({replay.cluster,
                   replay.topic,
                   model_->child_row(parent, static_cast<std::size_t>(child)).partition,
                   replay.group,
                   {}});
}

}  // namespace tidemark::views
