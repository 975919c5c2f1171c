// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scorecard/scorecard_page.h"

#include <QComboBox>
#include <QVBoxLayout>

#include "models/items/format.h"
#include "views/review_words.h"

namespace tidemark::views {
namespace {
constexpr int name_length = 48;

QComboBox* choice(const QString& name, QHBoxLayout* layout) {
  auto* box = new QComboBox;
  box->setAccessibleName(name);
  box->setToolTip(name);
  box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  layout->addWidget(box);
  return box;
}
}  // namespace

ScorecardPage::ScorecardPage(QWidget* parent) : ScorecardPage(new ReviewModel, parent) {}

ScorecardPage::ScorecardPage(ReviewModel* model, QWidget* parent)
    : FactsPage(model, tr("Scorecard"),
                tr("Nothing is reviewed.\nMeasure what can be measured: tidemark scorecard evidence --take"),
                tr("Evidence of the chosen row"), parent),
      model_(model) {
  table()->set_spare({ReviewModel::changed, ReviewModel::owner, ReviewModel::tested, ReviewModel::evidence}, 160);
  add_key(QStringLiteral("F5"), tr("present"));
  auto* line = new QHBoxLayout;
  line->setSpacing(8);
  scope_ = choice(tr("Whose readiness: the scope of the evidence"), line);
  card_ = choice(tr("Card"), line);
  line->addStretch(1);
  static_cast<QVBoxLayout*>(layout())->insertLayout(1, line);
  for (QComboBox* box : {scope_, card_})
    connect(box, &QComboBox::activated, this, [this] {
      emit review_asked(scope_->currentData().toString().toStdString(), card_->currentData().toString().toStdString());
    });
}

void ScorecardPage::offer(QComboBox* box, const std::vector<std::string>& all, const std::string& chosen) const {
  const auto text = [&](const std::string& value) {
    return format::middle(box == scope_ ? review_words::scope(value) : format::text(value), name_length);
  };
  bool same = static_cast<std::size_t>(box->count()) == all.size();
  for (int i = 0; same && i < box->count(); ++i)
    same = box->itemData(i).toString().toStdString() == all[static_cast<std::size_t>(i)];
  if (!same) {
    box->clear();
    for (const std::string& value : all) box->addItem(text(value), QString::fromStdString(value));
  }
  box->setCurrentIndex(box->findData(QString::fromStdString(chosen)));
}

void ScorecardPage::show_data(const ViewData& view) { show_review(view.review); }

std::optional<std::size_t> ScorecardPage::count(const ViewData& view) const {
  return view.review ? std::optional<std::size_t>(view.review->counts().weak) : std::nullopt;
}

void ScorecardPage::show_review(const std::shared_ptr<const ReviewView>& review) {
  if (!review) return;
  review_ = review;
  headline()->say(scorecard_sentence(*review));
  if (review->error) say_nothing(format::text(review->error->line()));
  offer(scope_, review->scopes, review->review.scope);
  scope_->setVisible(!review->scopes.empty());
  offer(card_, review->cards, review->chosen_card);
  model_->set_rows({review, &review->rows});
  rows_changed(0);
}

std::string ScorecardPage::chosen() const {
  const QModelIndex index = table()->currentIndex();
  return index.isValid() ? model_->parent_row(model_->source(index).first).row.id : std::string();
}

void ScorecardPage::tell(const QModelIndex& index) {
  const std::size_t row = model_->source(index).first;
  const ReviewLine& line = model_->parent_row(row);
  facts()->show_facts(std::string(model_->key_of(row)), format::text(line.row.title), scorecard_facts(line));
}

}  // namespace tidemark::views
