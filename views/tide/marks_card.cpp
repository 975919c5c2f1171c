// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tide/marks_card.h"

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "models/items/format.h"
#include "views/tide/tide_content.h"
#include "views/widgets/parts.h"

namespace tidemark::views {
namespace {
constexpr std::array order{Mark::high, Mark::stable, Mark::group, Mark::table, Mark::floor};
constexpr int swatch_px = 14;

QString age_words(const Known<TideAge>& age) {
  if (!age) return {};
  const QString text = format::duration(age->age);
  return QStringLiteral(" · ") + (age->at_least ? MarksCard::tr("more than %1").arg(text)
                                                : text + QLatin1Char(' ') + format::error(age->error));
}
}  // namespace

MarksCard::MarksCard(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("card"));
  setAccessibleName(tr("Marks"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 12, 16, 12);
  layout->setSpacing(10);
  when_ = plain_label(theme::Face::strong, nullptr, tr("Marks"));
  when_->setAccessibleName(tr("Time of the marks"));
  layout->addWidget(when_);
  for (const Mark mark : order) {
    Row& row = rows_[static_cast<std::size_t>(mark)];
    row.widget = new QWidget(this);
    auto* grid = new QGridLayout(row.widget);
    grid->setContentsMargins(swatch_px + 10, 0, 0, 0);
    grid->setVerticalSpacing(2);
    row.name = plain_label(theme::Face::strong, nullptr, mark_word(mark));
    row.value = plain_label();
    row.gap = plain_label(theme::Face::text, "muted");
    row.gap->setWordWrap(true);
    row.name->setAccessibleName(tr("Mark"));
    row.value->setAccessibleName(mark_word(mark));
    row.gap->setAccessibleName(tr("%1, gap").arg(mark_word(mark)));
    grid->addWidget(row.name, 0, 0);
    grid->addWidget(row.value, 0, 1, Qt::AlignRight);
    grid->addWidget(row.gap, 1, 0, 1, 2);
    layout->addWidget(row.widget);
  }
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  show_measure(nullptr, std::nullopt);
}

void MarksCard::fill(Mark mark, const TideMeasure& measure) {
  Row& row = rows_[static_cast<std::size_t>(mark)];
  const Known<std::int64_t>& value = measure.of(mark);
  row.value->setText(format::known(value, format::count));
  set_tone(row.value, value ? nullptr : "muted");
  QString gap;
  const char* tone = "muted";
  if (mark == Mark::stable) gap = tr("open transaction %1").arg(format::known(measure.open_transaction, format::count));
  if (mark == Mark::group)
    gap = tr("unread %1%2").arg(format::known(measure.unread, format::count), age_words(measure.unread_age));
  if (mark == Mark::table) {
    gap =
        tr("not landed %1%2").arg(format::known(measure.not_landed, format::count), age_words(measure.not_landed_age));
    if (measure.not_landed && *measure.not_landed > 0) tone = "warn";
  }
  if (!value) gap = format::sentence(value.reason());
  row.gap->setText(gap);
  row.gap->setVisible(!gap.isEmpty());
  set_tone(row.gap, tone);
}

void MarksCard::show_measure(const TideChart* chart, const std::optional<TideMeasure>& measure) {
  when_->setText(measure ? tr("Marks at %1 UTC").arg(format::clock_seconds(measure->at)) : tr("Marks"));
  for (const Mark mark : order) {
    Row& row = rows_[static_cast<std::size_t>(mark)];
    row.widget->setVisible(chart && measure && chart->line(mark));
    if (measure) fill(mark, *measure);
  }
}

void MarksCard::paintEvent(QPaintEvent* event) {
  QFrame::paintEvent(event);
  const theme::Theme theme(palette());
  QPainter painter(this);
  for (const Mark mark : order) {
    const Row& row = rows_[static_cast<std::size_t>(mark)];
    if (!row.widget->isVisibleTo(this)) continue;
    QPen pen(theme(mark_colour(mark)), 3, Qt::SolidLine, Qt::FlatCap);
    if (mark == Mark::stable) pen.setDashPattern({1.2, 0.8});
    painter.setPen(pen);
    const int y = row.widget->y() + row.name->geometry().center().y();
    painter.drawLine(row.widget->x(), y, row.widget->x() + swatch_px, y);
  }
}

}  // namespace tidemark::views
