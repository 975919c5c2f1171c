// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/incident/note_dialog.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "models/items/format.h"
#include "views/widgets/parts.h"

namespace tidemark::views {
namespace {
constexpr int width_px = 480;
constexpr int text_px = 96;
}  // namespace

NoteDialog::NoteDialog(LocalTime at, QWidget* parent)
    : QDialog(parent), at_(at), text_(new QPlainTextEdit(this)), write_(new QPushButton(tr("Write"), this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Note"));
  setAccessibleName(tr("Write a note"));
  setFixedWidth(width_px);
  auto* title = plain_label(theme::Face::strong, nullptr, tr("At %1").arg(format::date_time(at)));
  title->setAccessibleName(tr("The time that the note speaks of"));
  auto* says = plain_label(theme::Face::text, "muted",
                           tr("Who reads the logbook beside this timeline sees it, with your name."));
  says->setWordWrap(true);
  says->setAccessibleName(tr("Who sees the note"));
  text_->setPlaceholderText(tr("What happened, or what was done"));
  text_->setAccessibleName(tr("The note"));
  text_->setTabChangesFocus(true);
  text_->setFixedHeight(text_px);
  write_->setAccessibleName(tr("Write the note"));
  write_->setEnabled(false);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(key_hint(QStringLiteral("Ctrl+Enter"), tr("write")));
  buttons->addStretch(1);
  buttons->addWidget(write_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(12);
  layout->addWidget(title);
  layout->addWidget(says);
  layout->addWidget(text_);
  layout->addLayout(buttons);
  connect(text_, &QPlainTextEdit::textChanged, this,
          [this] { write_->setEnabled(!text_->toPlainText().trimmed().isEmpty()); });
  connect(write_, &QPushButton::clicked, this, &NoteDialog::write);
  text_->setFocus();
}

void NoteDialog::write() {
  if (!write_->isEnabled()) return;
  emit said(at_, text_->toPlainText().trimmed());
  accept();
}

void NoteDialog::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && event->modifiers() & Qt::ControlModifier) return write();
  QDialog::keyPressEvent(event);
}

}  // namespace tidemark::views
