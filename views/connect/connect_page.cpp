// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/connect/connect_page.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include "views/connect/connect_form.h"
#include "views/connect/connect_steps.h"
#include "views/connect/connect_words.h"
#include "views/widgets/parts.h"

namespace tidemark::views {
namespace {
constexpr int form_px = 400;
constexpr int margin_px = 3 * theme::grid;

QPushButton* button(const QString& words, QWidget* parent) {
  auto* out = new QPushButton(words, parent);
  out->setAccessibleName(words);
  return out;
}
}  // namespace

ConnectPage::ConnectPage(QWidget* parent)
    : QWidget(parent),
      form_(new ConnectForm(this)),
      steps_(new ConnectSteps(this)),
      headline_(plain_label(theme::Face::title)),
      proposal_(new QPlainTextEdit(this)) {
  setAccessibleName(tr("Connect to a cluster"));
  headline_->setWordWrap(true);
  headline_->setAccessibleName(tr("How it stands"));
  proposal_->setReadOnly(true);
  proposal_->setFont(theme::font(theme::Face::mono));
  proposal_->setLineWrapMode(QPlainTextEdit::NoWrap);
  proposal_->setAccessibleName(tr("The profile that is saved"));
  proposal_->setFrameShape(QFrame::NoFrame);
  auto* columns = new QHBoxLayout;
  columns->setSpacing(2 * theme::grid);
  columns->addWidget(build_left());
  columns->addWidget(build_right(), 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(margin_px, 2 * theme::grid, margin_px, 2 * theme::grid);
  layout->setSpacing(2 * theme::grid);
  layout->addWidget(headline_);
  layout->addLayout(columns, 1);
  connect(form_, &ConnectForm::changed, this, &ConnectPage::changed);
  headline_->setText(tr("Name a broker, and see whether it answers."));
  show_buttons();
}

QWidget* ConnectPage::build_left() {
  QBoxLayout* layout = nullptr;
  auto* left = card(this, &layout, 2 * theme::grid);
  left->setFixedWidth(form_px);
  layout->setSpacing(theme::grid);
  layout->addWidget(form_);
  auto* import = button(tr("Import client properties …"), left);
  connect(import, &QPushButton::clicked, this, &ConnectPage::import_asked);
  layout->addWidget(import);
  layout->addStretch(1);
  auto* row = new QHBoxLayout;
  auto* back = button(tr("Back"), left);
  test_ = button(tr("Test"), left);
  test_->setDefault(true);
  stop_ = button(tr("Stop"), left);
  row->addWidget(back);
  row->addStretch(1);
  row->addWidget(stop_);
  row->addWidget(test_);
  layout->addLayout(row);
  connect(back, &QPushButton::clicked, this, &ConnectPage::left);
  connect(test_, &QPushButton::clicked, this, &ConnectPage::test_asked);
  connect(stop_, &QPushButton::clicked, this, &ConnectPage::stop_asked);
  return left;
}

QLineEdit* ConnectPage::place(QBoxLayout* layout, const QString& name, bool profile) {
  auto* row = new QHBoxLayout;
  auto* label = plain_label(theme::Face::text, "muted", name);
  label->setAccessibleName(name);
  label->setMinimumWidth(80);
  auto* edit = new QLineEdit(this);
  edit->setAccessibleName(name);
  label->setBuddy(edit);
  auto* browse = button(tr("Choose …"), this);
  browse->setAccessibleName(tr("Choose the file: %1").arg(name));
  connect(browse, &QPushButton::clicked, this, [this, edit, name, profile] {
    const QString kinds = profile ? tr("Profiles (*.json *.jsonc)") : tr("Timelines (*.tidemark)");
    const QString chosen =
        QFileDialog::getSaveFileName(this, name, edit->text(), kinds, nullptr, QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty()) edit->setText(chosen);
  });
  connect(edit, &QLineEdit::textChanged, this, &ConnectPage::show_buttons);
  row->addWidget(label);
  row->addWidget(edit, 1);
  row->addWidget(browse);
  layout->addLayout(row);
  return edit;
}

QWidget* ConnectPage::build_right() {
  auto* split = new QSplitter(Qt::Vertical, this);
  split->setChildrenCollapsible(false);
  QBoxLayout* steps = nullptr;
  auto* upper = card(split, &steps);
  steps->addWidget(steps_, 1);
  QBoxLayout* saved = nullptr;
  auto* lower = card(split, &saved, theme::grid);
  saved->setSpacing(theme::grid);
  auto* title = plain_label(theme::Face::strong, nullptr, tr("The profile that is saved"));
  title->setAccessibleName(title->text());
  saved->addWidget(title);
  saved->addWidget(proposal_, 1);
  profile_ = place(saved, tr("Profile"), true);
  timeline_ = place(saved, tr("Timeline"), false);
  collect_ = button(tr("Save and collect"), lower);
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(collect_);
  saved->addLayout(row);
  connect(collect_, &QPushButton::clicked, this,
          [this] { emit collect_asked(profile_->text().trimmed(), timeline_->text().trimmed()); });
  split->addWidget(upper);
  split->addWidget(lower);
  split->setStretchFactor(0, 3);
  split->setStretchFactor(1, 2);
  return split;
}

void ConnectPage::show_buttons() {
  test_->setEnabled(fits_ && !asking_);
  stop_->setEnabled(asking_);
  const bool placed = timeline_ && !profile_->text().trimmed().isEmpty() && !timeline_->text().trimmed().isEmpty();
  if (collect_) collect_->setEnabled(fits_ && !asking_ && placed);
}

void ConnectPage::show_proposal(const QString& text, const QString& fault) {
  proposal_->setPlainText(text);
  fits_ = fault.isEmpty();
  say(fits_ ? tr("See whether it answers.") : fault, false);
  show_buttons();
}

void ConnectPage::show_places(const QString& profile, const QString& timeline) {
  profile_->setText(profile);
  timeline_->setText(timeline);
}

void ConnectPage::show_asking(bool asking) {
  asking_ = asking;
  if (asking) {
    steps_->clear();
    say(tr("Asking …"), false);
  }
  show_buttons();
}

void ConnectPage::show_endpoint(const Endpoint& endpoint) { steps_->show_endpoint(endpoint); }

void ConnectPage::show_step(const Endpoint& endpoint, const ConnectionStep& step) { steps_->show_step(endpoint, step); }

void ConnectPage::show_checked(const std::vector<CheckedEndpoint>& checked) {
  say(connection_headline(checked), false);
  steps_->show_chosen_row();
}

void ConnectPage::say(const QString& text, bool error) {
  headline_->setText(text);
  set_tone(headline_, error ? "error" : nullptr);
}

void ConnectPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  form_->setFocus();
}

}  // namespace tidemark::views
