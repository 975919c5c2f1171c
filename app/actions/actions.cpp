// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actions/actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QWidget>
#include <array>

namespace tidemark::actions {
namespace {
// The words are marked for translation here and translated where they are shown.
#define WORDS(text) QT_TRANSLATE_NOOP("Actions", text)
constexpr std::array all{
    Command{"go.lag", WORDS("Screens"), WORDS("Lag"), "1", true},
    Command{"go.tide", WORDS("Screens"), WORDS("Tide chart"), "2", true},
    Command{"go.topics", WORDS("Screens"), WORDS("Topics"), "3", true},
    Command{"go.sources", WORDS("Screens"), WORDS("Sources"), "4", true},
    Command{"time.zoom-in", WORDS("Time"), WORDS("Zoom in"), "W; Ctrl++"},
    Command{"time.zoom-out", WORDS("Time"), WORDS("Zoom out"), "S; Ctrl+-"},
    Command{"time.earlier", WORDS("Time"), WORDS("Earlier"), "A; Alt+Left"},
    Command{"time.later", WORDS("Time"), WORDS("Later"), "D; Alt+Right"},
    Command{"time.oldest", WORDS("Time"), WORDS("To the oldest"), "Shift+A"},
    Command{"time.live", WORDS("Time"), WORDS("Live"), "Shift+D", true},
    Command{"time.fit", WORDS("Time"), WORDS("All"), "F"},
    Command{"rows.filter", WORDS("Rows"), WORDS("Filter"), "/; Ctrl+F"},
    Command{"rows.copy", WORDS("Rows"), WORDS("Copy as Markdown"), "Y"},
    Command{"rows.copy-tsv", WORDS("Rows"), WORDS("Copy as TSV"), "Shift+Y; Ctrl+C"},
    Command{"view.dark", WORDS("Window"), WORDS("Dark"), "Ctrl+D", true},
    Command{"help.keys", WORDS("Window"), WORDS("Keys"), "?; F1"},
    Command{"window.quit", WORDS("Window"), WORDS("Quit"), "Ctrl+Q"},
};
#undef WORDS
}  // namespace

std::span<const Command> commands() { return all; }
QString translated(const char* text) { return QCoreApplication::translate("Actions", text); }

Actions::Actions(QWidget* window) : QObject(window), window_(window) {
  for (const Command& command : all) {
    auto* action = new QAction(translated(command.text), window);
    action->setObjectName(QLatin1String(command.id));
    action->setCheckable(command.checkable);
    action->setShortcuts(QKeySequence::listFromString(QLatin1String(command.keys)));
    action->setShortcutContext(Qt::WindowShortcut);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? action->text() : QStringLiteral("%1 (%2)").arg(action->text(), keys));
    window->addAction(action);
  }
}

QAction* Actions::action(std::string_view id) const {
  auto* found = window_->findChild<QAction*>(QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())),
                                             Qt::FindDirectChildrenOnly);
  Q_ASSERT(found);
  return found;
}

}  // namespace tidemark::actions
