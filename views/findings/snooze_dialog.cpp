// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/findings/snooze_dialog.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "models/items/format.h"
#include "views/widgets/parts.h"

namespace tidemark::views {
namespace {
constexpr int width_px = 480;
constexpr int longest_reason = 400;
}  // namespace

LocalTime tomorrow_at_nine(LocalTime now) {
  return std::chrono::floor<std::chrono::days>(now) + std::chrono::days(1) + std::chrono::hours(9);
}

SnoozeDialog::SnoozeDialog(const DiagnosisRow& row, LocalTime now, QWidget* parent)
    : QDialog(parent), finding_(row.id), reason_(new QLineEdit(this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Snooze"));
  setAccessibleName(tr("Snooze a finding"));
  setFixedWidth(width_px);
  auto* title = plain_label(theme::Face::strong, nullptr, format::text(row.title));
  title->setWordWrap(true);
  title->setAccessibleName(tr("The finding"));
  auto* says = plain_label(theme::Face::text, "muted",
                           tr("It goes to the end of the list and is not counted. Who reads the logbook sees it."));
  says->setWordWrap(true);
  says->setAccessibleName(tr("What a snooze does"));
  reason_->setPlaceholderText(tr("Why, for the others"));
  reason_->setAccessibleName(tr("Why"));
  reason_->setMaxLength(longest_reason);
  auto* buttons = new QHBoxLayout;
  const auto add = [&](const QString& words, LocalTime until) {
    auto* button = new QPushButton(words, this);
    button->setAccessibleName(words);
    connect(button, &QPushButton::clicked, this, [this, until] {
      emit chosen({finding_, until, {}, reason_->text().trimmed().toStdString()});
      accept();
    });
    buttons->addWidget(button);
    return button;
  };
  if (row.snoozed) add(tr("End the snooze"), now);
  add(tr("1 h"), now + std::chrono::hours(1))->setDefault(true);
  add(tr("8 h"), now + std::chrono::hours(8));
  add(tr("24 h"), now + std::chrono::hours(24));
  add(tr("tomorrow 09:00 UTC"), tomorrow_at_nine(now));
  buttons->addStretch(1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(12);
  layout->addWidget(title);
  layout->addWidget(says);
  layout->addWidget(reason_);
  layout->addLayout(buttons);
}

}  // namespace tidemark::views
