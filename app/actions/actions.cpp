// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actions/actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>
#include <array>

namespace tidemark::actions {
namespace {
// The words are marked for translation here and translated where they are shown.
constexpr std::array all{
    Command{"view.findings", QT_TRANSLATE_NOOP("Actions", "Screens"), QT_TRANSLATE_NOOP("Actions", "Findings"), "9",
            true},
    Command{"time.zoom-in", QT_TRANSLATE_NOOP("Actions", "Time"), QT_TRANSLATE_NOOP("Actions", "Zoom in"), "W; Ctrl++"},
    Command{"time.zoom-out", QT_TRANSLATE_NOOP("Actions", "Time"), QT_TRANSLATE_NOOP("Actions", "Zoom out"),
            "S; Ctrl+-"},
    Command{"time.earlier", QT_TRANSLATE_NOOP("Actions", "Time"), QT_TRANSLATE_NOOP("Actions", "Earlier"), "A"},
    Command{"time.later", QT_TRANSLATE_NOOP("Actions", "Time"), QT_TRANSLATE_NOOP("Actions", "Later"), "D"},
    Command{"time.oldest", QT_TRANSLATE_NOOP("Actions", "Time"), QT_TRANSLATE_NOOP("Actions", "To the oldest"),
            "Shift+A"},
    Command{"time.live", QT_TRANSLATE_NOOP("Actions", "Time"), QT_TRANSLATE_NOOP("Actions", "Live"), "Shift+D", true},
    Command{"time.fit", QT_TRANSLATE_NOOP("Actions", "Time"), QT_TRANSLATE_NOOP("Actions", "All"), "F"},
    Command{"rows.filter", QT_TRANSLATE_NOOP("Actions", "Rows"), QT_TRANSLATE_NOOP("Actions", "Filter"), "/; Ctrl+F"},
    Command{"rows.copy", QT_TRANSLATE_NOOP("Actions", "Rows"), QT_TRANSLATE_NOOP("Actions", "Copy as Markdown"), "Y"},
    Command{"rows.copy-tsv", QT_TRANSLATE_NOOP("Actions", "Rows"), QT_TRANSLATE_NOOP("Actions", "Copy as TSV"),
            "Shift+Y; Ctrl+C"},
    Command{"path.budget", QT_TRANSLATE_NOOP("Actions", "Rows"), QT_TRANSLATE_NOOP("Actions", "Budget"), "B"},
    Command{"table.verify", QT_TRANSLATE_NOOP("Actions", "Rows"), QT_TRANSLATE_NOOP("Actions", "Verify a commit"), "V"},
    Command{"path.incident", QT_TRANSLATE_NOOP("Actions", "Rows"), QT_TRANSLATE_NOOP("Actions", "Incident from here"),
            "I"},
    Command{"lanes.all", QT_TRANSLATE_NOOP("Actions", "Incident"), QT_TRANSLATE_NOOP("Actions", "All lanes"), "U"},
    Command{"lanes.lock", QT_TRANSLATE_NOOP("Actions", "Incident"), QT_TRANSLATE_NOOP("Actions", "Lock the crosshair"),
            "L"},
    Command{"lanes.next", QT_TRANSLATE_NOOP("Actions", "Incident"), QT_TRANSLATE_NOOP("Actions", "Next event"), "."},
    Command{"lanes.previous", QT_TRANSLATE_NOOP("Actions", "Incident"), QT_TRANSLATE_NOOP("Actions", "Event before"),
            ","},
    Command{"lanes.range", QT_TRANSLATE_NOOP("Actions", "Incident"),
            QT_TRANSLATE_NOOP("Actions", "Window from this event to the next"), "R"},
    Command{"lanes.pin", QT_TRANSLATE_NOOP("Actions", "Incident"), QT_TRANSLATE_NOOP("Actions", "Pin the lane"), "P"},
    Command{"lanes.note", QT_TRANSLATE_NOOP("Actions", "Incident"),
            QT_TRANSLATE_NOOP("Actions", "Note at the crosshair"), "N"},
    Command{"incident.compare", QT_TRANSLATE_NOOP("Actions", "Incident"),
            QT_TRANSLATE_NOOP("Actions", "Order of onset, compare"), "Q"},
    Command{"finding.why", QT_TRANSLATE_NOOP("Actions", "Findings"), QT_TRANSLATE_NOOP("Actions", "Why"), "E"},
    Command{"finding.snooze", QT_TRANSLATE_NOOP("Actions", "Findings"), QT_TRANSLATE_NOOP("Actions", "Snooze"), "Z"},
    Command{"drill.stamp", QT_TRANSLATE_NOOP("Actions", "Drills"), QT_TRANSLATE_NOOP("Actions", "The step is done now"),
            "Space"},
    Command{"drill.undo", QT_TRANSLATE_NOOP("Actions", "Drills"), QT_TRANSLATE_NOOP("Actions", "Take a stamp back"),
            "Shift+U; Ctrl+Z"},
    Command{"drill.abort", QT_TRANSLATE_NOOP("Actions", "Drills"), QT_TRANSLATE_NOOP("Actions", "Abort the drill"),
            "!"},
    Command{"drill.verdict", QT_TRANSLATE_NOOP("Actions", "Drills"), QT_TRANSLATE_NOOP("Actions", "Say the verdict"),
            "Shift+V"},
    Command{"drill.start", QT_TRANSLATE_NOOP("Actions", "Drills"), QT_TRANSLATE_NOOP("Actions", "Begin a drill"),
            "Ctrl+N"},
    Command{"run.compare", QT_TRANSLATE_NOOP("Actions", "Rows"),
            QT_TRANSLATE_NOOP("Actions", "Compare with another run"), "X"},
    Command{"run.export", QT_TRANSLATE_NOOP("Actions", "Rows"), QT_TRANSLATE_NOOP("Actions", "Export as OpenLineage"),
            "O"},
    Command{"go.palette", QT_TRANSLATE_NOOP("Actions", "Window"), QT_TRANSLATE_NOOP("Actions", "Commands and places"),
            "Ctrl+Shift+P"},
    Command{"go.place", QT_TRANSLATE_NOOP("Actions", "Window"), QT_TRANSLATE_NOOP("Actions", "Go to"), "Ctrl+P"},
    Command{"go.back", QT_TRANSLATE_NOOP("Actions", "Window"), QT_TRANSLATE_NOOP("Actions", "Back"), "Alt+Left; Back"},
    Command{"go.forward", QT_TRANSLATE_NOOP("Actions", "Window"), QT_TRANSLATE_NOOP("Actions", "Forward"),
            "Alt+Right; Forward"},
    Command{"view.copy-link", QT_TRANSLATE_NOOP("Actions", "Window"),
            QT_TRANSLATE_NOOP("Actions", "Copy a link to this view"), "Ctrl+Shift+L"},
    Command{"review.present", QT_TRANSLATE_NOOP("Actions", "Rows"), QT_TRANSLATE_NOOP("Actions", "Present"), "F5"},
    Command{"review.export", QT_TRANSLATE_NOOP("Actions", "Rows"), QT_TRANSLATE_NOOP("Actions", "Export the review"),
            "Ctrl+Shift+E"},
    Command{"window.open", QT_TRANSLATE_NOOP("Actions", "Window"),
            QT_TRANSLATE_NOOP("Actions", "Open a timeline or bundle"), "Ctrl+O"},
    Command{"window.start", QT_TRANSLATE_NOOP("Actions", "Window"), QT_TRANSLATE_NOOP("Actions", "Start page"),
            "Ctrl+Home"},
    Command{"window.connect", QT_TRANSLATE_NOOP("Actions", "Window"),
            QT_TRANSLATE_NOOP("Actions", "Connect to a cluster"), "Ctrl+Shift+O"},
    Command{"collect.stop", QT_TRANSLATE_NOOP("Actions", "Window"), QT_TRANSLATE_NOOP("Actions", "Stop collecting"),
            "Ctrl+Shift+X"},
    Command{"timeline.keep", QT_TRANSLATE_NOOP("Actions", "Window"), QT_TRANSLATE_NOOP("Actions", "What is kept"),
            "Ctrl+K"},
    Command{"view.dark", QT_TRANSLATE_NOOP("Actions", "Window"), QT_TRANSLATE_NOOP("Actions", "Dark"), "Ctrl+D", true},
    Command{"view.notifications", QT_TRANSLATE_NOOP("Actions", "Window"), QT_TRANSLATE_NOOP("Actions", "Notifications"),
            "Ctrl+Shift+N", true},
    Command{"help.keys", QT_TRANSLATE_NOOP("Actions", "Window"), QT_TRANSLATE_NOOP("Actions", "Keys"), "?; F1"},
    Command{"window.quit", QT_TRANSLATE_NOOP("Actions", "Window"), QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q"},
};
}  // namespace

QList<QKeySequence> own_keys(const Command& command) {
  return QKeySequence::listFromString(QLatin1String(command.keys));
}
QString translated(const char* text) { return QCoreApplication::translate("Actions", text); }

Actions::Actions(QWidget* window, std::vector<Command> screens)
    : QObject(window), window_(window), commands_(std::move(screens)) {
  commands_.insert(commands_.end(), all.begin(), all.end());
  for (const Command& command : commands_) {
    auto* action = new QAction(translated(command.text), window);
    action->setObjectName(QLatin1String(command.id));
    action->setCheckable(command.checkable);
    action->setShortcutContext(Qt::WindowShortcut);
    window->addAction(action);
    set_keys(command.id, own_keys(command));
  }
}

void Actions::set_keys(std::string_view id, const QList<QKeySequence>& keys) const {
  QAction* of = action(id);
  of->setShortcuts(keys);
  const QString first = of->shortcut().toString(QKeySequence::NativeText);
  of->setToolTip(first.isEmpty() ? of->text() : QStringLiteral("%1 (%2)").arg(of->text(), first));
}

const Command* Actions::owner_of(const QKeySequence& keys) const {
  for (const Command& command : commands_)
    for (const QKeySequence& own : action(command.id)->shortcuts())
      if (keys.matches(own) != QKeySequence::NoMatch || own.matches(keys) != QKeySequence::NoMatch) return &command;
  return nullptr;
}

QAction* Actions::action(std::string_view id) const {
  auto* found = window_->findChild<QAction*>(QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())),
                                             Qt::FindDirectChildrenOnly);
  Q_ASSERT(found);
  return found;
}

}  // namespace tidemark::actions
