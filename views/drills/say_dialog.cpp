// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/drills/say_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "models/items/drill_models.h"
#include "models/items/format.h"
#include "views/drills/drill_words.h"
#include "views/widgets/parts.h"

namespace tidemark::views {
namespace {
struct SayWords {
  Q_DECLARE_TR_FUNCTIONS(SayWords)
};
constexpr int width_px = 520;
constexpr int longest = 400;

QLineEdit* field(const QString& name, QWidget* parent) {
  auto* edit = new QLineEdit(parent);
  edit->setAccessibleName(name);
  edit->setMaxLength(longest);
  return edit;
}

QPushButton* button(const QString& words, QWidget* parent) {
  auto* out = new QPushButton(words, parent);
  out->setAccessibleName(words);
  return out;
}

// The frame of them all: what it is of, then what is to be said; the buttons come last.
QVBoxLayout* frame(QDialog* dialog, const QString& title, const QString& of, const QString& says) {
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(title);
  dialog->setAccessibleName(title);
  dialog->setFixedWidth(width_px);
  auto* layout = new QVBoxLayout(dialog);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(12);
  auto* name = plain_label(theme::Face::strong, nullptr, of);
  name->setWordWrap(true);
  name->setAccessibleName(SayWords::tr("What it is of"));
  layout->addWidget(name);
  auto* text = plain_label(theme::Face::text, "muted", says);
  text->setWordWrap(true);
  text->setAccessibleName(SayWords::tr("What it does"));
  layout->addWidget(text);
  return layout;
}

QHBoxLayout* line(std::initializer_list<QWidget*> buttons) {
  auto* out = new QHBoxLayout;
  out->addStretch(1);
  for (QWidget* one : buttons) out->addWidget(one);
  return out;
}
}  // namespace

AbortDialog::AbortDialog(const DrillRun& run, QWidget* parent)
    : QDialog(parent), reason_(field(tr("Why"), this)), stop_(new QCheckBox(tr("The stop condition was met"), this)) {
  QVBoxLayout* layout =
      frame(this, tr("Abort the drill"), drill_title(run),
            run.stop.empty() ? tr("It ends here. A person still says the verdict.")
                             : tr("It ends here. It was to be stopped when: %1.").arg(format::text(run.stop)));
  reason_->setPlaceholderText(tr("Why, for the record"));
  stop_->setAccessibleName(stop_->text());
  QPushButton* abort = button(tr("Abort"), this);
  QPushButton* leave = button(tr("Go on"), this);
  abort->setEnabled(false);
  layout->addWidget(reason_);
  layout->addWidget(stop_);
  layout->addLayout(line({leave, abort}));
  connect(reason_, &QLineEdit::textChanged, abort,
          [abort](const QString& text) { abort->setEnabled(!text.trimmed().isEmpty()); });
  connect(leave, &QPushButton::clicked, this, &QDialog::reject);
  connect(abort, &QPushButton::clicked, this, [this] {
    emit said(reason_->text().trimmed(), stop_->isChecked());
    accept();
  });
}

VerdictDialog::VerdictDialog(const DrillSheet& sheet, QWidget* parent)
    : QDialog(parent),
      verdict_(verdict_of(sheet.shown, sheet.at)),
      result_(new QComboBox(this)),
      name_(field(tr("Your name"), this)),
      text_(field(tr("Why another one"), this)),
      say_(button(tr("Say it"), this)) {
  const Sentence proposed = verdict_sentence(sheet);
  QVBoxLayout* layout =
      frame(this, tr("Verdict"), drill_title(sheet.shown.run), proposed.title + QStringLiteral(". ") + proposed.detail);
  result_->setAccessibleName(tr("Verdict"));
  for (const Outcome outcome : {Outcome::pass, Outcome::partial, Outcome::fail, Outcome::unknown})
    result_->addItem(drill_words::verdict(outcome), static_cast<int>(outcome));
  result_->setCurrentIndex(result_->findData(static_cast<int>(verdict_.proposed)));
  auto* form = new QFormLayout;
  for (QWidget* one : std::initializer_list<QWidget*>{result_, name_, text_}) {
    auto* label = plain_label(theme::Face::text, nullptr, one->accessibleName());
    label->setAccessibleName(one->accessibleName());
    label->setBuddy(one);
    form->addRow(label, one);
  }
  layout->addLayout(form);
  QPushButton* leave = button(tr("Not yet"), this);
  layout->addLayout(line({leave, say_}));
  connect(leave, &QPushButton::clicked, this, &QDialog::reject);
  connect(result_, &QComboBox::currentIndexChanged, this, &VerdictDialog::settle);
  connect(name_, &QLineEdit::textChanged, this, &VerdictDialog::settle);
  connect(text_, &QLineEdit::textChanged, this, &VerdictDialog::settle);
  connect(say_, &QPushButton::clicked, this, [this] {
    verdict_.human = static_cast<Outcome>(result_->currentData().toInt());
    verdict_.name = name_->text().trimmed().toStdString();
    verdict_.text = text_->text().trimmed().toStdString();
    emit said(verdict_);
    accept();
  });
  name_->setFocus();
  settle();
}

void VerdictDialog::settle() {
  const bool other = result_->currentData().toInt() != static_cast<int>(verdict_.proposed);
  text_->setPlaceholderText(other ? tr("needed: it is not what is proposed") : tr("only where it is another one"));
  say_->setEnabled(!name_->text().trimmed().isEmpty() && (!other || !text_->text().trimmed().isEmpty()));
}

QuestionDialog::QuestionDialog(const DrillProbe& question, QWidget* parent) : QDialog(parent) {
  QVBoxLayout* layout = frame(this, tr("A question"), format::text(question.text),
                              tr("Nothing that is collected can tell: a person says it, for the record."));
  QLineEdit* note = field(tr("Note"), this);
  note->setPlaceholderText(tr("How it is known"));
  layout->addWidget(note);
  QPushButton* yes = button(tr("Yes"), this);
  QPushButton* no = button(tr("No"), this);
  layout->addLayout(line({no, yes}));
  for (QPushButton* one : {yes, no})
    connect(one, &QPushButton::clicked, this, [this, note, answer = one == yes] {
      emit said(answer, note->text().trimmed());
      accept();
    });
}

}  // namespace tidemark::views
