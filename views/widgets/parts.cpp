// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/parts.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>
#include <QVariant>

namespace tidemark::views {
namespace {
class Parts {
  Q_DECLARE_TR_FUNCTIONS(Parts)
};
constexpr int filter_px = 280;
constexpr int filter_least_px = 110;
constexpr int before_all = 100;  // takes room before what is empty does
}  // namespace

QFrame* card(QWidget* parent, QBoxLayout** layout, int margin) {
  auto* frame = new QFrame(parent);
  frame->setObjectName(QStringLiteral("card"));
  *layout = new QVBoxLayout(frame);
  // Inside the border, so that what fills the card does not paint over it.
  (*layout)->setContentsMargins(margin + 1, margin + 1, margin + 1, margin + 1);
  (*layout)->setSpacing(0);
  return frame;
}

QLabel* plain_label(theme::Face face, const char* tone, const QString& text) {
  auto* label = new QLabel(text);
  label->setTextFormat(Qt::PlainText);
  label->setFont(theme::font(face));
  label->setMinimumWidth(0);
  if (tone) label->setProperty("tone", QLatin1String(tone));
  return label;
}

void set_tone(QWidget* widget, const char* tone) {
  const QString wanted = tone ? QString::fromLatin1(tone) : QString();
  if (widget->property("tone").toString() == wanted) return;
  widget->setProperty("tone", wanted);
  widget->style()->unpolish(widget);
  widget->style()->polish(widget);
}

QWidget* key_hint(const QString& key, const QString& does) {
  auto* hint = new QWidget;
  auto* layout = new QHBoxLayout(hint);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(5);
  auto* name = plain_label(theme::Face::small, "key", key);
  auto* text = plain_label(theme::Face::text, "muted", does);
  name->setAccessibleName(does);
  text->setAccessibleName(does);
  layout->addWidget(name, 0, Qt::AlignVCenter);
  layout->addWidget(text, 0, Qt::AlignVCenter);
  return hint;
}

FilterLine filter_line(QBoxLayout* card, const QString& placeholder, const QString& name, const QString& enter) {
  FilterLine line{new QLineEdit, new QHBoxLayout};
  line.field->setPlaceholderText(placeholder);
  line.field->setAccessibleName(name);
  line.field->setClearButtonEnabled(true);
  line.field->setMinimumWidth(filter_least_px);
  line.field->setMaximumWidth(filter_px);
  line.end->setContentsMargins(8, 7, 12, 7);
  line.end->setSpacing(12);
  line.end->addWidget(line.field, before_all);
  line.end->addWidget(key_hint(QStringLiteral("/"), Parts::tr("filter")));
  line.end->addWidget(key_hint(QStringLiteral("Enter"), enter));
  line.end->addWidget(key_hint(QStringLiteral("y"), Parts::tr("copy")));
  line.end->addStretch(1);
  card->addLayout(line.end);
  auto* rule = new QFrame;
  rule->setObjectName(QStringLiteral("rule"));
  card->addWidget(rule);
  return line;
}

}  // namespace tidemark::views
