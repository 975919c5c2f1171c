// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/keys_dialog.h"

#include <QCoreApplication>
#include <QDialog>
#include <QGridLayout>
#include <QKeySequence>
#include <QString>

#include "app/actions/actions.h"
#include "views/widgets/parts.h"

namespace tidemark::shell {
namespace {
class Keys {
  Q_DECLARE_TR_FUNCTIONS(Keys)
};

struct Extra {
  const char* keys;
  const char* does;
};
// Keys of the views themselves; they are no commands of the window.
constexpr Extra extras[] = {
    {"Enter", QT_TRANSLATE_NOOP("Keys", "Open the row; on the chart: the record's journey")},
    {"Esc", QT_TRANSLATE_NOOP("Keys", "Clear the filter or the crosshair")},
    {"Shift+Left, Shift+Right", QT_TRANSLATE_NOOP("Keys", "Crosshair one poll back or on")},
    {"Up, Down", QT_TRANSLATE_NOOP("Keys", "On the chart: zoom at the crosshair")},
    {"Ctrl+Wheel", QT_TRANSLATE_NOOP("Keys", "Zoom at the cursor; the wheel alone pans")},
};

void add(QGridLayout* grid, const QString& keys, const QString& does) {
  const int row = grid->rowCount();
  auto* key = views::plain_label(theme::Face::text, "key", keys);
  auto* text = views::plain_label(theme::Face::text, nullptr, does);
  key->setAccessibleName(does);
  text->setAccessibleName(does);
  grid->addWidget(key, row, 0, Qt::AlignLeft);
  grid->addWidget(text, row, 1);
}
}  // namespace

void show_keys(QWidget* window) {
  auto* dialog = new QDialog(window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName(QStringLiteral("keys"));
  dialog->setWindowTitle(Keys::tr("Keys"));
  dialog->setAccessibleName(Keys::tr("Keys"));
  auto* grid = new QGridLayout(dialog);
  grid->setContentsMargins(24, 20, 24, 20);
  grid->setHorizontalSpacing(20);
  grid->setVerticalSpacing(6);
  QString section;
  for (const actions::Command& command : actions::commands()) {
    if (const QString next = actions::translated(command.section); next != section) {
      section = next;
      auto* title = views::plain_label(theme::Face::strong, nullptr, section);
      title->setAccessibleName(section);
      title->setContentsMargins(0, 8, 0, 2);
      grid->addWidget(title, grid->rowCount(), 0, 1, 2);
    }
    const auto keys = QKeySequence::listFromString(QLatin1String(command.keys));
    add(grid,
        QKeySequence::listToString(keys, QKeySequence::NativeText).replace(QLatin1String("; "), QLatin1String(", ")),
        actions::translated(command.text));
  }
  for (const Extra& extra : extras) add(grid, QLatin1String(extra.keys), Keys::tr(extra.does));
  dialog->open();
}

}  // namespace tidemark::shell
