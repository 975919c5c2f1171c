// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers from one start to the next: tidemark/window.ini under the XDG configuration folder.
// Thread rule: one object is used by one thread.
#pragma once

#include <QSettings>

namespace tidemark::shell {

class WindowSettings final : public QSettings {
 public:
  WindowSettings() : QSettings(IniFormat, UserScope, QStringLiteral("tidemark"), QStringLiteral("window")) {}
};

}  // namespace tidemark::shell
