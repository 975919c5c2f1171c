// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/key_choices.h"

#include <QAction>

#include "app/actions/actions.h"
#include "app/shell/window_settings.h"

namespace tidemark::shell {
namespace {
constexpr QLatin1String group("keys");
}  // namespace

void apply_key_choices(const actions::Actions& actions) {
  WindowSettings settings;
  settings.beginGroup(group);
  for (const actions::Command& command : actions.commands()) {
    const QString id = QLatin1String(command.id);
    if (!settings.contains(id)) continue;
    const QString keys = settings.value(id).toString();
    actions.set_keys(command.id, keys.isEmpty() ? QList<QKeySequence>() : QKeySequence::listFromString(keys));
  }
}

void choose_keys(const actions::Actions& actions, const actions::Command& command, const QList<QKeySequence>& keys) {
  actions.set_keys(command.id, keys);
  WindowSettings settings;
  settings.beginGroup(group);
  if (has_own_keys(actions, command))
    settings.remove(QLatin1String(command.id));
  else
    settings.setValue(QLatin1String(command.id), QKeySequence::listToString(keys));
}

bool has_own_keys(const actions::Actions& actions, const actions::Command& command) {
  return actions.action(command.id)->shortcuts() == actions::own_keys(command);
}

}  // namespace tidemark::shell
