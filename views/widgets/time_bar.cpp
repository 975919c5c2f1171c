// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/time_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

#include "models/items/format.h"
#include "views/widgets/parts.h"

namespace tidemark::views {
namespace {
QToolButton* button(QAction* action, QHBoxLayout* layout, const QString& sign = {}) {
  auto* it = new QToolButton;
  it->setDefaultAction(action);
  it->setAccessibleName(action->text());
  it->setToolButtonStyle(Qt::ToolButtonTextOnly);
  if (!sign.isEmpty()) it->setText(sign);
  layout->addWidget(it);
  return it;
}
}  // namespace

TimeBar::TimeBar(const TimeActions& actions, QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("bar"));
  setAccessibleName(tr("Time range"));
  setFixedHeight(46);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(16, 0, 16, 1);
  layout->setSpacing(8);
  auto* name = plain_label(theme::Face::strong, nullptr, QStringLiteral("Tidemark"));
  name->setAccessibleName(QStringLiteral("Tidemark"));
  layout->addWidget(name);
  file_ = plain_label(theme::Face::text, "muted");
  file_->setAccessibleName(tr("Timeline file"));
  layout->addWidget(file_);
  layout->addSpacing(12);
  button(actions.earlier, layout, QStringLiteral("◀"));
  range_ = plain_label(theme::Face::strong);
  range_->setAccessibleName(tr("Visible time"));
  range_->setAlignment(Qt::AlignCenter);
  range_->setMinimumWidth(150);
  layout->addWidget(range_);
  button(actions.later, layout, QStringLiteral("▶"));
  span_ = plain_label(theme::Face::text, "muted");
  span_->setAccessibleName(tr("Length of the visible time"));
  span_->setMinimumWidth(64);
  layout->addWidget(span_);
  button(actions.zoom_in, layout, QStringLiteral("+"));
  button(actions.zoom_out, layout, QStringLiteral("−"));
  button(actions.fit, layout);
  button(actions.live, layout);
  layout->addStretch(1);
  button(actions.keys, layout);
}

void TimeBar::show_range(LocalTime from, LocalTime to) {
  range_->setText(format::range(from, to));
  span_->setText(format::duration(to - from));
}

void TimeBar::show_file(const QString& name, const QString& path, bool bundle) {
  const QString shown = format::middle(name, 40);
  file_->setText(bundle ? tr("%1 · bundle, only read").arg(shown) : shown);
  file_->setToolTip(format::plain(path));
}

}  // namespace tidemark::views
