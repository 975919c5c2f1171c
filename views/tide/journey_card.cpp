// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tide/journey_card.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include "models/items/format.h"
#include "views/widgets/parts.h"

namespace tidemark::views {
namespace {
constexpr std::size_t most_stages = 12;
constexpr int name_letters = 14;  // so that a time is whole beside it
}  // namespace

JourneyCard::JourneyCard(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("card"));
  setAccessibleName(tr("Record journey"));
  title_ = plain_label(theme::Face::strong, nullptr, tr("Record journey"));
  words_ = plain_label(theme::Face::text, "muted");
  words_->setWordWrap(true);
  title_->setAccessibleName(tr("Record journey"));
  words_->setAccessibleName(tr("Which record"));
  grid_ = new QGridLayout;
  grid_->setHorizontalSpacing(8);
  grid_->setVerticalSpacing(8);
  grid_->setColumnStretch(1, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 12, 16, 12);
  layout->setSpacing(8);
  layout->addWidget(title_);
  layout->addWidget(words_);
  layout->addLayout(grid_);
  show_journey(Reason::not_applicable);
}

void JourneyCard::show_journey(const Known<JourneyRow>& journey) {
  for (QLabel* label : labels_) delete label;
  labels_.clear();
  told_.clear();
  if (!journey) {
    words_->setText(journey.reason() == Reason::not_applicable
                        ? tr("Click a point of a partition's chart, or press Enter at the crosshair.")
                        : tr("unknown: %1").arg(format::sentence(journey.reason())));
    return;
  }
  words_->setText(tr("%1/%2 @ %3")
                      .arg(format::text(journey->partition.topic.value()))
                      .arg(journey->partition.partition.value())
                      .arg(format::count(journey->offset.value())));
  for (std::size_t i = 0; i < journey->stages.size() && i < most_stages; ++i) add_stage(journey->stages[i]);
}

QString JourneyCard::said() const {
  if (told_.isEmpty()) return {};
  return title_->text() + QLatin1Char(' ') + words_->text() + QStringLiteral(": ") + told_.join(QStringLiteral(" · "));
}

void JourneyCard::add_stage(const JourneyStage& stage) {
  const int row = static_cast<int>(labels_.size() / 3);
  const QString name = stage.ref.empty() ? format::word(stage.stage) : format::text(stage.ref);
  auto* what = plain_label(theme::Face::text, nullptr, format::middle(name, name_letters));
  what->setToolTip(format::plain(name));
  QString when = stage.at ? format::clock_seconds(*stage.at) : format::unknown(stage.at.reason());
  if (stage.at && stage.error) when += QLatin1Char(' ') + format::error(*stage.error);
  if (!stage.at && stage.at.reason() == Reason::not_applicable) when = tr("not yet");
  auto* time = plain_label(theme::Face::text, stage.at ? nullptr : "muted", when);
  if (stage.at) time->setToolTip(format::date_time(*stage.at));
  if (!stage.at && stage.at.reason() != Reason::not_applicable) time->setToolTip(format::sentence(stage.at.reason()));
  auto* evidence = plain_label(theme::Face::text, "muted", format::word(stage.evidence));
  what->setAccessibleName(tr("Stage"));
  time->setAccessibleName(tr("%1 at").arg(name));
  evidence->setAccessibleName(tr("%1, evidence").arg(name));
  grid_->addWidget(what, row, 0);
  grid_->addWidget(time, row, 1, Qt::AlignRight);
  grid_->addWidget(evidence, row, 2);
  told_ << QStringLiteral("%1 %2 (%3)").arg(name, when, evidence->text());
  for (QLabel* label : {what, time, evidence}) labels_.push_back(label);
}

}  // namespace tidemark::views
