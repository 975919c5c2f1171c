// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/provenance/provenance_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "models/items/format.h"
#include "views/provenance/provenance_words.h"
#include "views/widgets/facts_card.h"
#include "views/widgets/parts.h"
#include "views/widgets/row_view.h"

namespace tidemark::views {
namespace {
constexpr int runs_px = 356;
constexpr int facts_px = 170;
constexpr int name_length = 32;
constexpr int opened_rows = 40;
constexpr int longest_question = 400;

QLabel* instead(const QString& words) {
  QLabel* label = plain_label(theme::Face::text, "muted", words);
  label->setAlignment(Qt::AlignCenter);
  label->setWordWrap(true);
  label->setMargin(24);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label->setAccessibleName(ProvenancePage::tr("Why nothing is shown"));
  return label;
}
}  // namespace

ProvenancePage::ProvenancePage(QWidget* parent)
    : PageWidget(parent),
      run_model_(new RunModel(this)),
      seen_model_(new SeenModel(this)),
      diff_model_(new RunDiffModel(this)) {
  setAccessibleName(tr("Provenance"));
  headline_ = new Headline(this);
  facts_ = new FactsCard(tr("What the run says"), this);
  facts_->setFixedHeight(facts_px);
  auto* right = new QVBoxLayout;
  right->setSpacing(12);
  right->addWidget(answer_card(), 1);
  right->addWidget(facts_);
  auto* body = new QHBoxLayout;
  body->setSpacing(12);
  body->addWidget(runs_card());
  body->addLayout(right, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(12);
  layout->addWidget(headline_);
  layout->addLayout(body, 1);
  setFocusProxy(runs_);
}

QWidget* ProvenancePage::runs_card() {
  QBoxLayout* inside = nullptr;
  QFrame* frame = card(this, &inside);
  frame->setFixedWidth(runs_px);
  field_ = new QLineEdit(frame);
  field_->setPlaceholderText(tr("run, model version, snapshot, or TABLE@TIME"));
  field_->setAccessibleName(tr("Which data did this see?"));
  field_->setClearButtonEnabled(true);
  field_->setMaxLength(longest_question);
  auto* line = new QHBoxLayout;
  line->setContentsMargins(8, 7, 12, 7);
  line->addWidget(field_);
  inside->addLayout(line);
  runs_ = new RowView(run_model_, tr("Runs"), frame);
  runs_->setRootIsDecorated(false);
  runs_->setIndentation(0);
  runs_->set_spare({RunModel::model}, 96);
  run_stack_ = new QStackedLayout;
  run_stack_->addWidget(runs_);
  run_stack_->addWidget(
      instead(tr("No run is registered.\ntidemark lineage register RUN --model M --input TABLE@SNAPSHOT\ntidemark "
                 "lineage import FILE")));
  inside->addLayout(run_stack_, 1);
  connect(field_, &QLineEdit::returnPressed, this, &ProvenancePage::ask);
  connect(runs_, &RowView::opened, this, [this](const QModelIndex& index) {
    field_->setText(format::text(run_model_->parent_row(run_model_->source(index).first).run_id));
    ask();
  });
  return frame;
}

QWidget* ProvenancePage::answer_card() {
  QBoxLayout* inside = nullptr;
  QFrame* frame = card(this, &inside);
  auto* against = plain_label(theme::Face::text, "muted", tr("held against"));
  against->setAccessibleName(tr("held against"));
  with_ = new QComboBox(frame);
  with_->setAccessibleName(tr("The run that it is held against"));
  with_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  with_->setMinimumContentsLength(12);
  auto* line = new QHBoxLayout;
  line->setContentsMargins(16, 7, 12, 7);
  line->setSpacing(12);
  line->addWidget(key_hint(QStringLiteral("x"), tr("compare")));
  line->addWidget(key_hint(QStringLiteral("o"), tr("OpenLineage")));
  line->addStretch(1);
  line->addWidget(against);
  line->addWidget(with_);
  inside->addLayout(line);
  seen_ = new RowView(seen_model_, tr("What was read"), frame);
  seen_->set_spare({SeenModel::snapshots, SeenModel::schemas}, 180);
  diff_ = new RowView(diff_model_, tr("Two runs against each other"), frame);
  diff_->setRootIsDecorated(false);
  diff_->setIndentation(0);
  diff_->set_spare({RunDiffModel::again, RunDiffModel::both}, 140);
  none_ = instead({});
  stack_ = new QStackedLayout;
  stack_->addWidget(seen_);
  stack_->addWidget(diff_);
  stack_->addWidget(none_);
  inside->addLayout(stack_, 1);
  connect(with_, &QComboBox::activated, this, &ProvenancePage::ask);
  return frame;
}

void ProvenancePage::show_data(const ViewData& view) {
  show_provenance(std::static_pointer_cast<const ProvenanceView>(view.own));
}

std::optional<std::size_t> ProvenancePage::count(const ViewData& view) const {
  if (view.request.screen.id != "provenance") return std::nullopt;
  return std::static_pointer_cast<const ProvenanceView>(view.own)->runs.size();
}

void ProvenancePage::show_provenance(const std::shared_ptr<const ProvenanceView>& view) {
  if (!view) return;
  view_ = view;
  headline_->say(provenance_sentence(*view));
  run_model_->set_rows({view, &view->runs});
  run_stack_->setCurrentIndex(view->runs.empty() ? 1 : 0);
  const bool first = seen_model_->rowCount() == 0;
  seen_model_->set_rows({view, &view->rows});
  if (first && seen_model_->total_children() <= opened_rows) seen_->open_all();
  diff_model_->set_rows({view, &view->diff});
  with_->clear();
  with_->addItem(tr("no other run"), QString());
  for (const auto& run : view->runs)
    if (run.parent.row.run_id != view->seen.run.run_id)
      with_->addItem(format::middle(format::text(run.parent.row.run_id), name_length),
                     QString::fromStdString(run.parent.row.run_id));
  with_->setCurrentIndex(std::max(0, with_->findData(QString::fromStdString(view->with))));
  with_->setEnabled(view->answered);
  none_->setText(headline_->said().detail);
  stack_->setCurrentIndex(view->rows.empty() ? 2 : view->to ? 1 : 0);
  facts_->setVisible(view->answered);
  facts_->show_facts(view->seen.run.run_id, lineage_words::model(view->seen.run), provenance_facts(*view));
}

std::string ProvenancePage::shown_run() const { return view_ ? view_->seen.run.run_id : std::string(); }

RowView* ProvenancePage::rows() const {
  if (runs_->hasFocus()) return runs_;
  return stack_->currentIndex() == 1 ? diff_ : seen_;
}

void ProvenancePage::focus_filter() {
  field_->setFocus();
  field_->selectAll();
}

void ProvenancePage::ask_other() {
  with_->setFocus();
  with_->showPopup();
}

void ProvenancePage::ask() {
  std::string asked = field_->text().trimmed().toStdString();
  if (asked.empty()) asked = shown_run();
  emit run_asked(asked, with_->currentData().toString().toStdString());
}

}  // namespace tidemark::views
