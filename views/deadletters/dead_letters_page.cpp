// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/deadletters/dead_letters_page.h"

#include "models/items/format.h"
#include "views/deadletters/dead_letter_words.h"

namespace tidemark::views {
namespace {
constexpr int opened_first = 40;  // rows
}

DeadLettersPage::DeadLettersPage(QWidget* parent) : DeadLettersPage(new DeadLetterModel, parent) {}

DeadLettersPage::DeadLettersPage(DeadLetterModel* model, QWidget* parent)
    : FactsPage(model, tr("Dead letters"), how_they_are_known(), tr("The chosen dead letters"), parent), model_(model) {
  table()->set_spare({DeadLetterModel::newest, DeadLetterModel::writer, DeadLetterModel::oldest});
}

void DeadLettersPage::show_data(const ViewData& view) { show_rows(view.dead_letters); }

std::optional<std::size_t> DeadLettersPage::count(const ViewData& view) const {
  return view.dead_letters ? std::optional<std::size_t>(view.dead_letters->size()) : std::nullopt;
}

void DeadLettersPage::show_rows(std::shared_ptr<const DeadLetterBranches> rows) {
  if (!rows) return;
  headline()->say(dead_letter_sentence(*rows));
  model_->set_rows(std::move(rows));
  rows_changed(opened_first);
}

void DeadLettersPage::tell(const QModelIndex& index) {
  const auto [parent, child] = model_->source(index);
  const DeadLetterRow& row = model_->parent_row(parent);
  std::string key(model_->key_of(parent));
  if (child < 0) return facts()->show_facts(key, format::text(row.place.topic.value()), dead_letter_facts(row));
  const auto n = static_cast<std::size_t>(child);
  const DeadLetterCount& one = model_->child_row(parent, n);
  key += '\n' + std::string(model_->key_of(parent, n));
  facts()->show_facts(key, class_words(one.cause), cause_facts(row, one));
}

// A topic shows its causes; a cause, or a topic without any, the chart of the topic.
void DeadLettersPage::open(const QModelIndex& index) {
  const auto [parent, child] = model_->source(index);
  if (child < 0 && model_->hasChildren(index.siblingAtColumn(0))) return FactsPage::open(index);
  const DeadLetterRow& row = model_->parent_row(parent);
  emit tide_asked({row.place.cluster, row.place.topic, {}, {}, {}});
}

}  // namespace tidemark::views
