// SPDX-License-Identifier: GPL-3.0-or-later
// Actions: every command of the window in one list, with a stable id, its words and its keys. Menus, buttons, the list
// of keys and tests find a command by its id. Thread rule: GUI thread.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>
#include <span>
#include <string_view>
#include <vector>

class QAction;
class QWidget;

namespace tidemark::actions {

struct Command {
  const char* id;       // "time.zoom-in": never changes
  const char* section;  // untranslated; translate with the context "Actions"
  const char* text;
  const char* keys;  // as QKeySequence reads them, several with "; "
  bool checkable = false;
};

QList<QKeySequence> own_keys(const Command& command);
QString translated(const char* text);

class Actions final : public QObject {
  Q_OBJECT
 public:
  // The commands that show screens stand before the others. The shortcuts work wherever the focus is in `window`,
  // except where letters are typed.
  Actions(QWidget* window, std::vector<Command> screens);
  std::span<const Command> commands() const { return commands_; }
  // A command's action; the id must exist.
  QAction* action(std::string_view id) const;
  // Instead of the keys that a command brings along.
  void set_keys(std::string_view id, const QList<QKeySequence>& keys) const;
  // The command that has these keys, or keys that begin with them or that they begin with; null where none has.
  const Command* owner_of(const QKeySequence& keys) const;

 private:
  QWidget* window_;
  std::vector<Command> commands_;
};

}  // namespace tidemark::actions
