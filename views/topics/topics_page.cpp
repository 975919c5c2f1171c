// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/topics/topics_page.h"

#include "views/words.h"

namespace tidemark::views {
namespace {
constexpr int opened_first = 60;
}

TopicsPage::TopicsPage(QWidget* parent) : TopicsPage(new TopicModel, parent) {}

TopicsPage::TopicsPage(TopicModel* model, QWidget* parent)
    : TablePage(model, tr("Topics"),
                tr("No topic has been recorded.\nStart a collector: tidemark collect --profile FILE, or look once: "
                   "tidemark topics --bootstrap HOST:PORT"),
                parent),
      model_(model) {
  model_->setParent(this);
  connect(table(), &RowView::opened, this, &TopicsPage::open);
}

void TopicsPage::show_rows(std::shared_ptr<const TopicBranches> rows) {
  if (!rows) return;
  headline()->say(topic_sentence(*rows));
  const bool empty_before = model_->total() == 0;
  model_->set_rows(std::move(rows));
  settle();
  if (empty_before) open_first(opened_first);
}

// A topic's sum, or with a reader the partition where that reader is worst.
void TopicsPage::open(const QModelIndex& index) {
  const auto [parent, child] = model_->source(index);
  const TopicRow& topic = model_->parent_row(parent).row;
  TideSelection selection{topic.cluster, topic.topic, {}, {}, {}};
  if (child >= 0) {
    const FreshnessRow& reader = model_->child_row(parent, static_cast<std::size_t>(child));
    selection.group = reader.group;
    if (reader.worst_partition) selection.partition = reader.worst_partition->partition;
  }
  emit tide_asked(selection);
}

}  // namespace tidemark::views
