// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/findings/findings_dock.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include "models/items/format.h"
#include "views/findings/snooze_dialog.h"
#include "views/findings/why_words.h"
#include "views/theme/severity.h"
#include "views/widgets/parts.h"

namespace tidemark::views {
namespace {
constexpr int title_px = 320;
}  // namespace

QString counts_words(const FindingCounts& counts) {
  QStringList words;
  const auto shaped = [](Level level, const QString& text) { return theme::shape(level) + QLatin1Char(' ') + text; };
  if (counts.errors) words << shaped(Level::error, FindingsDock::tr("%n error(s)", nullptr, counts.errors));
  if (counts.warnings) words << shaped(Level::warn, FindingsDock::tr("%n warning(s)", nullptr, counts.warnings));
  if (counts.notes && words.isEmpty()) words << FindingsDock::tr("%n note(s)", nullptr, counts.notes);
  if (words.isEmpty()) words << FindingsDock::tr("nothing found");
  return words.join(QStringLiteral(" · "));
}

Sentence findings_sentence(const Findings& findings) {
  const FindingCounts& counts = findings.counts;
  Sentence sentence;
  sentence.level = counts.errors ? Level::error : counts.warnings ? Level::warn : Level::none;
  sentence.title = counts_words(counts);
  QStringList note;
  if (counts.notes && (counts.errors || counts.warnings)) note << FindingsDock::tr("%n note(s)", nullptr, counts.notes);
  if (counts.snoozed) note << FindingsDock::tr("%n snoozed", nullptr, counts.snoozed);
  note << FindingsDock::tr("judged at %1, coverage %2")
              .arg(format::date_time(findings.at), format::known(findings.coverage, format::percent));
  sentence.note = note.join(QStringLiteral(" · "));
  return sentence;
}

FindingsDock::FindingsDock(QWidget* parent) : FindingsDock(new FindingModel, parent) {}

FindingsDock::FindingsDock(FindingModel* model, QWidget* parent)
    : TablePage(model, tr("Findings"), {}, parent), model_(model), why_(new FactsCard(tr("Why"), this)) {
  model_->setParent(this);
  table()->setRootIsDecorated(false);
  table()->setIndentation(0);
  table()->set_spare({FindingModel::next, FindingModel::confidence, FindingModel::owner, FindingModel::since},
                     title_px);
  put_beside(why_);
  layout()->setContentsMargins(20, 0, 20, 12);  // the page above has its margin
  layout()->addWidget(foot());
  add_key(QStringLiteral("e"), tr("why"));
  add_key(QStringLiteral("z"), tr("snooze"));
  connect(table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FindingsDock::choose);
  connect(table(), &RowView::opened, this, [this] { emit evidence_asked(*chosen()); });
  show_findings(nullptr);
}

QWidget* FindingsDock::foot() {
  auto* foot = new QWidget(this);
  auto* says = plain_label(theme::Face::text, "muted",
                           tr("A starting point: rules see only what is collected. Where nothing stands here, nothing "
                              "is proven to be well."));
  says->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  says->setWordWrap(true);
  says->setAccessibleName(tr("What this list is"));
  fold_ = new QToolButton(foot);
  fold_->setCheckable(true);
  cannot_ = plain_label(theme::Face::text, "muted");
  cannot_->setWordWrap(true);
  cannot_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  cannot_->setAccessibleName(tr("Rules that cannot run, and what they need"));
  cannot_->hide();
  auto* line = new QHBoxLayout;
  line->setSpacing(12);
  line->addWidget(says, 1);
  line->addWidget(fold_);
  auto* layout = new QVBoxLayout(foot);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(6);
  layout->addWidget(cannot_);
  layout->addLayout(line);
  connect(fold_, &QToolButton::toggled, cannot_, &QWidget::setVisible);
  return foot;
}

void FindingsDock::show_cannot_run(const std::vector<CannotRun>& rules) {
  QStringList words;
  for (const CannotRun& rule : rules) {
    QStringList needs;
    for (const std::string& need : rule.needs) needs << format::text(need);
    words << tr("%1 needs %2").arg(format::text(rule.rule), needs.join(QStringLiteral(", ")));
  }
  cannot_->setText(words.join(QStringLiteral(" · ")));
  fold_->setText(tr("%n rule(s) cannot run", nullptr, static_cast<int>(rules.size())));
  fold_->setAccessibleName(fold_->text());
  fold_->setVisible(!rules.empty());
  if (rules.empty()) fold_->setChecked(false);
}

void FindingsDock::show_data(const ViewData& view) {
  show_findings(view.findings, view.findings_error ? format::text(view.findings_error->line()) : QString());
}

void FindingsDock::show_findings(const std::shared_ptr<const Findings>& findings, const QString& trouble) {
  if (findings) {
    Sentence sentence = findings_sentence(*findings);
    sentence.detail = trouble;
    headline()->say(sentence);
    say_nothing(tr("Nothing abnormal at %1 (coverage %2).")
                    .arg(format::clock_seconds(findings->at), format::known(findings->coverage, format::percent)));
    show_cannot_run(findings->cannot_run);
    model_->set_rows({findings, &findings->rows});
  } else {
    const QString why = trouble.isEmpty() ? tr("Nothing has been recorded yet.") : trouble;
    headline()->say({Level::unknown, tr("Findings unknown"), {}, why});
    say_nothing(tr("Nothing could be judged.\nStart a collector: tidemark collect --profile FILE"));
    show_cannot_run({});
    model_->set_rows(std::make_shared<const FindingBranches>());
  }
  settle();
  if (!table()->currentIndex().isValid() && model_->rowCount() > 0)
    table()->selectionModel()->setCurrentIndex(model_->index(0, 0), QItemSelectionModel::NoUpdate);
  choose();
}

const DiagnosisRow* FindingsDock::chosen() const {
  const QModelIndex index = table()->currentIndex();
  return index.isValid() ? &model_->parent_row(model_->source(index).first) : nullptr;
}

void FindingsDock::choose() {
  const DiagnosisRow* row = chosen();
  why_->setVisible(why_wanted_ && row);
  if (row) why_->show_facts(row->id, why_title(*row), why_facts(*row));
}

void FindingsDock::toggle_why() {
  why_wanted_ = !why_wanted_;
  choose();
}

void FindingsDock::ask_snooze(LocalTime now) {
  const DiagnosisRow* row = chosen();
  if (!row) return;
  auto* dialog = new SnoozeDialog(*row, now, this);
  connect(dialog, &SnoozeDialog::chosen, this, &FindingsDock::snooze_asked);
  dialog->open();
}

void FindingsDock::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && filter().isEmpty()) {
    emit left();
    return;
  }
  TablePage::keyPressEvent(event);
}

}  // namespace tidemark::views
