// SPDX-License-Identifier: GPL-3.0-or-later
// The list of keys: every command with its keys, by section. Thread rule: GUI thread.
#pragma once

class QWidget;

namespace tidemark::shell {

// Opens it over `window`; it closes with Esc and deletes itself.
void show_keys(QWidget* window);

}  // namespace tidemark::shell
