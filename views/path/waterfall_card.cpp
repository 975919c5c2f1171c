// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/path/waterfall_card.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "models/items/format.h"
#include "models/items/path_model.h"
#include "views/theme/severity.h"
#include "views/widgets/parts.h"

namespace tidemark::views {
namespace {
constexpr int shape_px = 11;
constexpr int name_length = 34;

QString gap_words(const PathStage& stage) {
  const QString count = format::known(stage.gap, format::count);
  switch (stage.stage) {
    case Stage::produced:
      return stage.rate ? WaterfallCard::tr("%1 in").arg(format::rate(*stage.rate))
                        : WaterfallCard::tr("rate unknown: %1").arg(format::sentence(stage.rate.reason()));
    case Stage::readable:
      return WaterfallCard::tr("open transaction %1").arg(count);
    case Stage::group:
      return WaterfallCard::tr("unread %1 · reads %2").arg(count, format::known(stage.rate, format::rate));
    case Stage::table:
      return WaterfallCard::tr("not landed %1 · lands %2").arg(count, format::known(stage.rate, format::rate));
    case Stage::queryable:
      break;
  }
  return WaterfallCard::tr("with the snapshot");
}

bool seen(const PathStage& stage) {
  return stage.stage != Stage::table && stage.stage != Stage::queryable ? true : !stage.name.empty();
}
}  // namespace

WaterfallCard::WaterfallCard(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("card"));
  setAccessibleName(tr("Stages of the path"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 14, 16, 14);
  layout->setSpacing(16);
  for (Row& row : rows_) {
    row.widget = new QWidget(this);
    auto* column = new QVBoxLayout(row.widget);
    column->setContentsMargins(shape_px + 14, 0, 0, 0);
    column->setSpacing(2);
    row.name = plain_label(theme::Face::strong);
    row.age = plain_label(theme::Face::strong);
    row.of = plain_label(theme::Face::text, "muted");
    row.gap = plain_label(theme::Face::text, "muted");
    row.gap->setWordWrap(true);
    row.evidence = plain_label(theme::Face::text, "muted");
    for (QLabel* label : {row.name, row.age, row.of, row.gap, row.evidence}) label->setAccessibleName(tr("Stage"));
    const auto line = [&](QLabel* left, QLabel* right) {
      auto* both = new QHBoxLayout;
      both->setSpacing(8);
      both->addWidget(left, 1);
      both->addWidget(right, 0, Qt::AlignRight | Qt::AlignTop);
      column->addLayout(both);
    };
    line(row.name, row.age);
    line(row.gap, row.evidence);
    column->addWidget(row.of);
    layout->addWidget(row.widget);
  }
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void WaterfallCard::fill(Row& row, const PathStage& stage, const PathRow& path) {
  const QString name = format::word(stage.stage);
  row.name->setText(name);
  row.age->setAccessibleName(tr("%1, age").arg(name));
  row.gap->setAccessibleName(tr("%1, gap").arg(name));
  row.of->setAccessibleName(tr("%1, of").arg(name));
  row.evidence->setAccessibleName(tr("%1, evidence").arg(name));
  const QString of = format::text(stage.name);
  row.of->setText(format::middle(of, name_length));
  row.of->setToolTip(format::plain(of));
  row.of->setVisible(!of.isEmpty() && stage.stage != Stage::queryable);
  if (!seen(stage)) {
    row.age->setText(QStringLiteral("—"));
    row.age->setToolTip({});
    row.gap->setText(tr("not instrumented: freshness is a lower bound"));
    row.evidence->setText(format::word(Evidence::unknown));
    set_tone(row.age, "muted");
    set_tone(row.gap, "muted");
    return;
  }
  const bool none = stage.age && *stage.age == Millis(0);
  const bool bare = !stage.age && stage.age.reason() == Reason::not_applicable;
  row.age->setText(none ? tr("current") : bare ? QString() : format::age(stage.age, stage.age_error));
  row.age->setToolTip(stage.age || bare ? QString() : format::sentence(stage.age.reason()));
  set_tone(row.age, stage.age ? nullptr : "muted");
  row.gap->setText(gap_words(stage));
  set_tone(row.gap, stage.stage == Stage::table && path.not_landing ? "warn" : "muted");
  row.evidence->setText(format::word(stage.evidence));
  row.evidence->setToolTip(format::sentence(stage.evidence));
}

void WaterfallCard::show_path(const PathView& view) {
  const StageDots dots = stage_dots(view.row);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_[i].level = dots[i];
    if (i < view.stages.size()) fill(rows_[i], view.stages[i], view.row);
  }
  update();
}

// One line from the first stage to the last, and on it how each stands.
void WaterfallCard::paintEvent(QPaintEvent* event) {
  QFrame::paintEvent(event);
  const theme::Theme theme(palette());
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto centre = [](const Row& row) {
    return QPointF(row.widget->x() + shape_px / 2.0, row.widget->y() + row.name->geometry().center().y() + 0.5);
  };
  painter.setPen(QPen(theme(theme::Colour::line), 2));
  painter.drawLine(centre(rows_.front()), centre(rows_.back()));
  for (const Row& row : rows_) {
    const QPointF at = centre(row);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme(theme::Colour::surface));
    painter.drawEllipse(at, shape_px * 0.8, shape_px * 0.8);
    theme::paint_shape(painter, QRectF(at.x() - shape_px / 2.0, at.y() - shape_px / 2.0, shape_px, shape_px),
                       row.level == Level::none ? Level::unknown : row.level, theme);
  }
}

}  // namespace tidemark::views
