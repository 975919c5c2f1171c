// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/headline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include "views/theme/severity.h"
#include "views/widgets/parts.h"

namespace tidemark::views {

Headline::Headline(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("headline"));
  title_ = plain_label(theme::Face::title);
  note_ = plain_label(theme::Face::text, "muted");
  detail_ = plain_label();
  note_->setWordWrap(true);
  detail_->setWordWrap(true);
  title_->setAccessibleName(tr("In short"));
  detail_->setAccessibleName(tr("In words"));
  note_->setAccessibleName(tr("Beside it"));
  auto* top = new QHBoxLayout;
  top->setSpacing(theme::grid + 4);
  top->addWidget(title_);
  top->addWidget(note_, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 12, 16, 12);
  layout->setSpacing(6);
  layout->addLayout(top);
  layout->addWidget(detail_);
}

void Headline::say(const Sentence& sentence) {
  if (sentence == said_) return;
  said_ = sentence;
  title_->setText(sentence.title);
  note_->setText(sentence.note);
  note_->setVisible(!sentence.note.isEmpty());
  detail_->setText(sentence.detail);
  detail_->setVisible(!sentence.detail.isEmpty());
  setAccessibleName(sentence.title);
  setAccessibleDescription(sentence.detail);
  update();
}

// A card with a stripe in the colour of how bad it is; the words say it as well.
void Headline::paintEvent(QPaintEvent*) {
  const theme::Theme theme(palette());
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QPainterPath card;
  card.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::radius_px, theme::radius_px);
  painter.fillPath(card, theme(theme::Colour::surface));
  if (said_.level == Level::error || said_.level == Level::warn) {
    painter.save();
    painter.setClipPath(card);
    painter.fillRect(QRectF(0, 0, 4, height()), theme(theme::level_colour(said_.level)));
    painter.restore();
  }
  painter.setPen(theme(theme::Colour::line));
  painter.drawPath(card);
}

}  // namespace tidemark::views
