// SPDX-License-Identifier: GPL-3.0-or-later
// Small parts that every view is made of: cards, plain labels, key hints. Thread rule: GUI thread.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QWidget>

#include "views/theme/theme.h"

class QBoxLayout;
class QHBoxLayout;
class QLineEdit;

namespace tidemark::views {

// A surface with a border and round corners; `layout` receives its vertical layout.
QFrame* card(QWidget* parent, QBoxLayout** layout, int margin = 0);
// A label that never takes its text for rich text. `tone` names a colour of the style sheet.
QLabel* plain_label(theme::Face face = theme::Face::text, const char* tone = nullptr, const QString& text = {});
void set_tone(QWidget* widget, const char* tone);
// The line on top of a table's card: a field to filter by and the keys of its rows; what a page adds stands at its end.
struct FilterLine {
  QLineEdit* field = nullptr;
  QHBoxLayout* end = nullptr;
};
FilterLine filter_line(QBoxLayout* card, const QString& placeholder, const QString& name, const QString& enter);
// A key in its frame and what it does.
QWidget* key_hint(const QString& key, const QString& does);

}  // namespace tidemark::views
