// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/deadletters/dead_letters_page.h"

#include <QItemSelectionModel>

#include "models/items/format.h"
#include "views/deadletters/dead_letter_words.h"

namespace tidemark::views {
namespace {
constexpr int opened_first = 40;  // rows
}

DeadLettersPage::DeadLettersPage(QWidget* parent) : DeadLettersPage(new DeadLetterModel, parent) {}

DeadLettersPage::DeadLettersPage(DeadLetterModel* model, QWidget* parent)
    : TablePage(model, tr("Dead letters"), how_they_are_known(), parent),
      model_(model),
      facts_(new FactsCard(tr("The chosen dead letters"), this)) {
  model_->setParent(this);
  put_beside(facts_);
  table()->set_spare({DeadLetterModel::newest, DeadLetterModel::writer, DeadLetterModel::oldest});
  connect(table(), &RowView::opened, this, &DeadLettersPage::open);
  connect(table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DeadLettersPage::choose);
  choose();
}

void DeadLettersPage::show_rows(std::shared_ptr<const DeadLetterBranches> rows) {
  if (!rows) return;
  headline()->say(dead_letter_sentence(*rows));
  const bool first = model_->total() == 0;
  model_->set_rows(std::move(rows));
  settle();
  if (first) {
    int shown = 0;
    for (int i = 0; i < model_->rowCount() && shown < opened_first; ++i) {
      const QModelIndex topic = model_->index(i, 0);
      shown += 1 + model_->rowCount(topic);
      table()->setExpanded(topic, true);
    }
  }
  choose();
}

void DeadLettersPage::choose() {
  facts_->setVisible(model_->total() > 0);
  if (model_->rowCount() == 0) return;
  const QModelIndex index = table()->currentIndex().isValid() ? table()->currentIndex() : model_->index(0, 0);
  const auto [parent, child] = model_->source(index);
  const DeadLetterRow& row = model_->parent_row(parent);
  std::string key(model_->key_of(parent));
  if (child < 0) return facts_->show_facts(key, format::text(row.place.topic.value()), dead_letter_facts(row));
  const auto n = static_cast<std::size_t>(child);
  const DeadLetterCount& one = model_->child_row(parent, n);
  key += '\n' + std::string(model_->key_of(parent, n));
  facts_->show_facts(key, class_words(one.cause), cause_facts(row, one));
}

// A topic shows its causes; a cause, or a topic without any, the chart of the topic.
void DeadLettersPage::open(const QModelIndex& index) {
  const auto [parent, child] = model_->source(index);
  const QModelIndex top = index.siblingAtColumn(0);
  if (child < 0 && model_->hasChildren(top)) return table()->setExpanded(top, !table()->isExpanded(top));
  const DeadLetterRow& row = model_->parent_row(parent);
  emit tide_asked({row.place.cluster, row.place.topic, {}, {}, {}});
}

}  // namespace tidemark::views
