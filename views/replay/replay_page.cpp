// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/replay/replay_page.h"

#include "views/replay/replay_words.h"

namespace tidemark::views {

ReplayPage::ReplayPage(QWidget* parent) : ReplayPage(new ReplayModel, parent) {}

ReplayPage::ReplayPage(ReplayModel* model, QWidget* parent)
    : FactsPage(model, tr("Replay"),
                tr("No replay is running, and none ran in the last day.\nOne "
                   "is found when a group's offset falls, or "
                   "when a new group begins at the first record.\nSay of one "
                   "beforehand: tidemark replay declare NAME "
                   "--group G --topic T"),
                tr("The chosen replay"), parent),
      model_(model) {
  table()->set_spare({ReplayModel::impact, ReplayModel::reads, ReplayModel::drains});
}

void ReplayPage::show_data(const ViewData& view) { show_replays(view.replays); }

std::optional<std::size_t> ReplayPage::count(const ViewData& view) const {
  return view.replays ? std::optional<std::size_t>(view.replays->rows.size()) : std::nullopt;
}

void ReplayPage::show_replays(const std::shared_ptr<const Replays>& replays) {
  if (!replays) return;
  headline()->say(replay_sentence(*replays));
  model_->set_rows({replays, &replays->rows});
  rows_changed(1);
}

void ReplayPage::tell(const QModelIndex& index) {
  const std::size_t parent = model_->source(index).first;
  const ReplayRow& row = model_->parent_row(parent);
  facts()->show_facts(std::string(model_->key_of(parent)), replay_name(row.replay), replay_facts(row));
}

void ReplayPage::open(const QModelIndex& index) {
  const auto [parent, child] = model_->source(index);
  if (child < 0) return FactsPage::open(index);
  const FoundReplay& replay = model_->parent_row(parent).replay;
  emit tide_asked({replay.cluster,
                   replay.topic,
                   model_->child_row(parent, static_cast<std::size_t>(child)).partition,
                   replay.group,
                   {}});
}

}  // namespace tidemark::views
