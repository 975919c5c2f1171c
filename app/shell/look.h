// SPDX-License-Identifier: GPL-3.0-or-later
// The theme of the window from one start to the next, in tidemark/window.ini under the XDG configuration folder. A
// choice that says what the desktop says is none: then the window follows the desktop. A file that cannot be read or
// says something else counts as no choice. Thread rule: GUI thread; chosen_look() also before there is a QApplication.
#pragma once

#include "views/theme/theme.h"

class QApplication;

namespace tidemark::shell {

theme::Mode chosen_look();
// Shows it and remembers it.
void choose_look(QApplication& app, bool dark);

}  // namespace tidemark::shell
