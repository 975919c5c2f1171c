// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/topics/topics_page.h"

#include "models/items/format.h"
#include "views/topics/topics_words.h"
#include "views/words.h"

namespace tidemark::views {
namespace {
constexpr int opened_first = 60;
}

TopicsPage::TopicsPage(QWidget* parent) : TopicsPage(new TopicModel, parent) {}

TopicsPage::TopicsPage(TopicModel* model, QWidget* parent)
    : FactsPage(model, tr("Topics"),
                tr("No topic has been recorded.\nStart a collector: tidemark collect --profile FILE, or look once: "
                   "tidemark topics --bootstrap HOST:PORT"),
                tr("What is required of the chosen topic"), parent),
      model_(model) {
  table()->set_spare(
      {TopicModel::shape, TopicModel::required, TopicModel::last_record, TopicModel::since, TopicModel::safe_until});
}

void TopicsPage::show_data(const ViewData& view) { show_rows(view.topics); }

std::optional<std::size_t> TopicsPage::count(const ViewData& view) const {
  return view.topics ? std::optional<std::size_t>(view.topics->size()) : std::nullopt;
}

void TopicsPage::show_rows(std::shared_ptr<const TopicBranches> rows) {
  if (!rows) return;
  headline()->say(topic_sentence(*rows));
  model_->set_rows(std::move(rows));
  rows_changed(opened_first);
}

void TopicsPage::tell(const QModelIndex& index) {
  const auto [parent, child] = model_->source(index);
  const ReadTopic& topic = model_->parent_row(parent);
  facts()->show_facts(std::string(model_->key_of(parent)), format::text(topic.row.topic.value()), topic_facts(topic));
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
