// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/drills/start_dialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "models/items/format.h"
#include "views/widgets/parts.h"
#include "views/widgets/row_view.h"

namespace tidemark::views {
namespace {
constexpr int width_px = 640;
constexpr int checks_px = 240;
constexpr int longest = 400;

QLineEdit* field(const QString& name, const QString& example, QWidget* parent) {
  auto* edit = new QLineEdit(parent);
  edit->setAccessibleName(name);
  edit->setPlaceholderText(example);
  edit->setMaxLength(longest);
  return edit;
}
}  // namespace

StartDialog::StartDialog(const DrillTemplate& drill, const std::vector<std::string>& scopes, QWidget* parent)
    : QDialog(parent),
      drill_(drill),
      scope_(new QComboBox(this)),
      owner_(field(tr("Owner"), tr("who runs it"), this)),
      approver_(field(tr("Approver"), tr("who allowed it"), this)),
      stop_(field(tr("Stop condition"), tr("at which it is stopped"), this)),
      note_(field(tr("Note"), tr("what else is to be said"), this)),
      model_(new ProbeModel(this)),
      checks_(new RowView(model_, tr("What is well before it"), this)),
      says_(plain_label(theme::Face::text, "muted")),
      start_(new QPushButton(tr("Start"), this)),
      anyway_(new QPushButton(tr("Start anyway"), this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Begin drill %1").arg(format::text(drill.id)));
  setAccessibleName(windowTitle());
  setFixedWidth(width_px);
  auto* title = plain_label(theme::Face::strong, nullptr, format::text(drill.title));
  title->setWordWrap(true);
  title->setAccessibleName(tr("The drill"));
  scope_->setAccessibleName(tr("Streams"));
  scope_->setEditable(true);
  for (const std::string& scope : scopes) scope_->addItem(format::text(scope));
  scope_->lineEdit()->setPlaceholderText(tr("everything, or path=orders"));
  scope_->lineEdit()->setAccessibleName(tr("Streams"));
  auto* form = new QFormLayout;
  for (QWidget* one : std::initializer_list<QWidget*>{scope_, owner_, approver_, stop_, note_}) {
    auto* label = plain_label(theme::Face::text, nullptr, one->accessibleName());
    label->setAccessibleName(one->accessibleName());
    label->setBuddy(one);
    form->addRow(label, one);
  }
  says_->setWordWrap(true);
  says_->setAccessibleName(tr("Whether it may start"));
  checks_->setFixedHeight(checks_px);
  checks_->setIndentation(12);
  auto* look = new QPushButton(tr("Look whether all is well"), this);
  auto* leave = new QPushButton(tr("Cancel"), this);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(look);
  buttons->addStretch(1);
  for (QPushButton* one : {leave, anyway_, start_}) buttons->addWidget(one);
  for (QPushButton* one : {look, leave, anyway_, start_}) one->setAccessibleName(one->text());
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(12);
  layout->addWidget(title);
  layout->addLayout(form);
  layout->addWidget(checks_);
  layout->addWidget(says_);
  layout->addLayout(buttons);
  anyway_->setEnabled(false);
  says_->setText(
      tr("It starts where all was well for %1: polls answered, in time, landing, no error, and people named.")
          .arg(format::duration(drill.steady_for)));
  connect(look, &QPushButton::clicked, this, [this] { ask(false, false); });
  connect(start_, &QPushButton::clicked, this, [this] { ask(true, false); });
  connect(anyway_, &QPushButton::clicked, this, [this] { ask(true, true); });
  connect(leave, &QPushButton::clicked, this, &QDialog::reject);
}

void StartDialog::ask(bool begin, bool anyway) {
  DrillRun run;
  run.of = drill_;
  run.scope = scope_->currentText().trimmed().toStdString();
  run.owner = owner_->text().trimmed().toStdString();
  run.approver = approver_->text().trimmed().toStdString();
  run.stop = stop_->text().trimmed().toStdString();
  run.note = note_->text().trimmed().toStdString();
  says_->setText(tr("Looking …"));
  set_tone(says_, "muted");
  start_->setEnabled(false);
  anyway_->setEnabled(false);
  emit asked(run, begin, anyway);
}

void StartDialog::show_start(const DrillStart& start, const QString& error) {
  if (!start.id.empty()) return accept();
  start_->setEnabled(true);
  anyway_->setEnabled(error.isEmpty() && !start.steady);
  model_->set_rows(std::make_shared<const DrillProbes>(start.before));
  checks_->open_all();
  set_tone(says_, error.isEmpty() && start.steady ? nullptr : "error");
  says_->setText(!error.isEmpty() ? error
                 : start.steady
                     ? tr("All is well: it may start.")
                     : tr("Not all is well: it cannot start. Started anyway, its verdict is partial at most."));
}

}  // namespace tidemark::views
