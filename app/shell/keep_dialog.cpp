// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/keep_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "app/cli/keep_words.h"
#include "models/items/format.h"
#include "views/widgets/parts.h"

namespace tidemark::shell {
namespace {
constexpr int least_width_px = 460;

QLineEdit* field(const QString& name, const QString& example, QWidget* parent) {
  auto* edit = new QLineEdit(parent);
  edit->setAccessibleName(name);
  edit->setPlaceholderText(example);
  return edit;
}
}  // namespace

KeepDialog::KeepDialog(const QString& file, QWidget* parent)
    : QDialog(parent),
      raw_(field(tr("Samples are kept for"), QStringLiteral("7d"), this)),
      five_minutes_(field(tr("Buckets of 5 min are kept for"), QStringLiteral("90d"), this)),
      size_(field(tr("The file has at most"), QStringLiteral("10GB"), this)),
      deletes_(views::plain_label(theme::Face::text)),
      buttons_(new QDialogButtonBox(QDialogButtonBox::Apply | QDialogButtonBox::Cancel, this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("keep"));
  setWindowTitle(tr("What is kept of %1").arg(format::middle(file, 40)));
  setAccessibleName(windowTitle());
  setMinimumWidth(least_width_px);
  deletes_->setWordWrap(true);
  deletes_->setAccessibleName(tr("What a change deletes"));
  auto* form = new QFormLayout;
  for (QLineEdit* edit : {raw_, five_minutes_, size_}) {
    auto* name = views::plain_label(theme::Face::text, nullptr, edit->accessibleName());
    name->setAccessibleName(edit->accessibleName());
    name->setBuddy(edit);
    form->addRow(name, edit);
    connect(edit, &QLineEdit::textEdited, this, &KeepDialog::look);
  }
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(24, 20, 24, 20);
  layout->setSpacing(12);
  layout->addLayout(form);
  layout->addWidget(deletes_);
  layout->addWidget(buttons_);
  for (QAbstractButton* button : buttons_->buttons())
    button->setAccessibleName(button->text().remove(QLatin1Char('&')));
  buttons_->button(QDialogButtonBox::Apply)->setEnabled(false);
  connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(buttons_->button(QDialogButtonBox::Apply), &QPushButton::clicked, this, [this] {
    if (const auto wanted = change()) emit chosen(*wanted);
  });
}

std::optional<KeepChange> KeepDialog::change() {
  auto wanted = cli::keep_change({.age = raw_->text().toStdString(),
                                  .five_minutes = five_minutes_->text().toStdString(),
                                  .size = size_->text().toStdString()});
  if (wanted) return *wanted;
  say(format::text(wanted.error().what), true);
  return std::nullopt;
}

void KeepDialog::look() {
  buttons_->button(QDialogButtonBox::Apply)->setEnabled(false);
  if (const auto wanted = change()) emit looked_for(*wanted);
}

void KeepDialog::show_kept(const Result<Kept>& kept) {
  if (!kept) return say(format::text(kept.error().line()), true);
  if (!std::exchange(filled_, true)) {
    raw_->setText(format::text(cli::duration_text(kept->retention.raw)));
    five_minutes_->setText(format::text(cli::duration_text(kept->retention.five_minutes)));
    size_->setText(format::text(cli::size_text(kept->retention.max_bytes)));
  } else {
    buttons_->button(QDialogButtonBox::Apply)->setEnabled(true);
  }
  const QString grows =
      kept->bytes_a_day ? QLatin1Char(' ') + tr("A day takes %1.").arg(format::bytes(*kept->bytes_a_day)) : QString();
  if (kept->deletes_bytes == 0) return say(tr("Nothing is deleted.") + grows, false);
  const QString bytes = format::bytes(kept->deletes_bytes);
  const QString deletes =
      kept->deletes_before
          ? tr("Deletes %1: samples from before %2.").arg(bytes, format::date_time(*kept->deletes_before))
          : tr("Deletes %1 of samples and buckets.").arg(bytes);
  say(deletes + grows, false);
}

void KeepDialog::show_done(const QString& error) {
  if (error.isEmpty()) return accept();
  say(error, true);
}

void KeepDialog::say(const QString& text, bool error) {
  deletes_->setText(text);
  views::set_tone(deletes_, error ? "error" : nullptr);
}

}  // namespace tidemark::shell
