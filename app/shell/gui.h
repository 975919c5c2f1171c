// SPDX-License-Identifier: GPL-3.0-or-later
// The one QApplication of the process, made when something is to be drawn: on the screen where there is one, else (and
// always for pictures) without. Thread rule: main thread.
#pragma once

#include <QString>
#include <memory>

#include "models/domain/result.h"
#include "views/theme/theme.h"

class QApplication;

namespace tidemark::shell {

enum class Surface { screen, picture };

// True where a window could be shown: a display server is named, or a platform was chosen by hand.
bool has_display();

// Errors: `no_data` where the machine has no font; `usage` where there is no display and one is needed.
Result<std::unique_ptr<QApplication>> start_gui(Surface surface, theme::Mode mode);

}  // namespace tidemark::shell
