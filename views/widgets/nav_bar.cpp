// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/nav_bar.h"

#include <QAction>
#include <QGuiApplication>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include "views/widgets/parts.h"

namespace tidemark::views {
namespace {
constexpr int width_px = 196;
constexpr int height_px = 23;  // all of them fit a screen of 720
}  // namespace

NavButton::NavButton(QAction* action, QWidget* parent) : QToolButton(parent) {
  setObjectName(QStringLiteral("nav"));
  setDefaultAction(action);
  setAccessibleName(action->text());
  setToolButtonStyle(Qt::ToolButtonTextOnly);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setCursor(Qt::PointingHandCursor);
}

void NavButton::set_count(const QString& count) {
  if (count == count_) return;
  count_ = count;
  setAccessibleDescription(count);
  update();
}

QSize NavButton::sizeHint() const { return {width_px - 2 * theme::grid, height_px}; }

// Text where reading begins, the count where it ends, the ground of the one that is shown.
void NavButton::paintEvent(QPaintEvent*) {
  const theme::Theme theme(QGuiApplication::palette());  // the style sheet changes a button's own
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
  if (isChecked() || underMouse()) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme(isChecked() ? theme::Colour::accent_ground : theme::Colour::hover));
    painter.drawRoundedRect(box, 6, 6);
  }
  if (hasFocus()) {
    painter.setPen(theme(theme::Colour::accent));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box, 6, 6);
  }
  painter.setFont(theme::font(isChecked() ? theme::Face::strong : theme::Face::text));
  painter.setPen(theme(isChecked() ? theme::Colour::accent_text : theme::Colour::ink));
  painter.drawText(rect().adjusted(10, 0, -10, 0),
                   QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter), text());
  painter.setFont(theme::font());
  painter.setPen(theme(theme::Colour::muted));
  painter.drawText(rect().adjusted(10, 0, -10, 0),
                   QStyle::visualAlignment(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter), count_);
}

NavBar::NavBar(QWidget* parent) : QFrame(parent), layout_(new QVBoxLayout(this)) {
  setObjectName(QStringLiteral("side"));
  setAccessibleName(tr("Navigation"));
  setFixedWidth(width_px);
  layout_->setContentsMargins(8, 12, 8, 12);
  layout_->setSpacing(1);
  layout_->addStretch(1);
}

void NavBar::add_group(const QString& title) {
  auto* label = plain_label(theme::Face::small, "muted", title);
  label->setContentsMargins(10, layout_->count() > 1 ? 8 : 2, 0, 2);
  label->setAccessibleName(title);
  layout_->insertWidget(layout_->count() - 1, label);
}

NavButton* NavBar::add(QAction* action) {
  auto* button = new NavButton(action, this);
  layout_->insertWidget(layout_->count() - 1, button);
  return button;
}

}  // namespace tidemark::views
