// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lag/lag_page.h"

#include "views/words.h"

namespace tidemark::views {
namespace {
constexpr int opened_first = 40;  // rows that a small window would show anyway
}

LagPage::LagPage(QWidget* parent) : LagPage(new LagModel, parent) {}

LagPage::LagPage(LagModel* model, QWidget* parent)
    : TablePage(model, tr("Lag"),
                tr("No consumer group has been recorded.\nStart a collector: tidemark collect --profile FILE, or look "
                   "once: tidemark lag --bootstrap HOST:PORT"),
                parent),
      model_(model) {
  model_->setParent(this);
  connect(table(), &RowView::opened, this, &LagPage::open);
}

void LagPage::show_data(const ViewData& view) { show_rows(view.lag); }

std::optional<std::size_t> LagPage::count(const ViewData& view) const {
  const bool of_a_chart = view.tide != nullptr;  // its partitions only
  return view.lag && !of_a_chart ? std::optional(view.lag->size()) : std::nullopt;
}

void LagPage::show_rows(std::shared_ptr<const LagBranches> rows) {
  if (!rows) return;
  headline()->say(lag_sentence(*rows));
  const bool empty_before = model_->total() == 0;
  model_->set_rows(std::move(rows));
  settle();
  if (!empty_before || model_->total() == 0) return;
  // Few rows are shown at once; many stay folded under their group, the worst group open.
  int shown = 0;
  for (int i = 0; i < model_->rowCount() && (i == 0 || shown < opened_first); ++i) {
    const QModelIndex group = model_->index(i, 0);
    shown += 1 + model_->rowCount(group);
    if (i == 0 || shown < opened_first) table()->setExpanded(group, true);
  }
}

// A partition's tide chart, or the worst partition's of a group.
void LagPage::open(const QModelIndex& index) {
  const auto [parent, child] = model_->source(index);
  const GroupRow& group = model_->parent_row(parent).row;
  if (child >= 0) {
    const LagRow& row = model_->child_row(parent, static_cast<std::size_t>(child));
    emit tide_asked({row.cluster, row.partition.topic, row.partition.partition, row.group, {}});
  } else if (group.worst_partition) {
    emit tide_asked({group.cluster, group.worst_partition->topic, group.worst_partition->partition, group.group, {}});
  } else {
    table()->setExpanded(model_->index(index.row(), 0), true);
  }
}

}  // namespace tidemark::views
