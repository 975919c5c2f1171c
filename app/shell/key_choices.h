// SPDX-License-Identifier: GPL-3.0-or-later
// The keys that a person chose for commands, among what the window remembers. Thread rule: GUI thread.
#pragma once

#include <QKeySequence>
#include <QList>
#include <string_view>

namespace tidemark::actions {
class Actions;
struct Command;
}  // namespace tidemark::actions

namespace tidemark::shell {

// Gives the commands of a window the keys that were chosen.
void apply_key_choices(const actions::Actions& actions);
// From now on; no key at all is a choice, too.
void choose_keys(const actions::Actions& actions, const actions::Command& command, const QList<QKeySequence>& keys);
bool has_own_keys(const actions::Actions& actions, const actions::Command& command);

}  // namespace tidemark::shell
