// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/look.h"

#include <QApplication>
#include <QSettings>

namespace tidemark::shell {
namespace {
constexpr QLatin1String key("theme");

class WindowSettings final : public QSettings {
 public:
  WindowSettings() : QSettings(IniFormat, UserScope, QStringLiteral("tidemark"), QStringLiteral("window")) {}
};
}  // namespace

theme::Mode chosen_look() {
  return theme::mode_from(WindowSettings().value(key).toString()).value_or(theme::Mode::system);
}

void choose_look(QApplication& app, bool dark) {
  theme::apply(app, theme::Mode::system);
  WindowSettings settings;
  if (theme::Theme(QApplication::palette()).dark() == dark) {
    settings.remove(key);
    return;
  }
  theme::apply(app, dark ? theme::Mode::dark : theme::Mode::light);
  settings.setValue(key, dark ? QStringLiteral("dark") : QStringLiteral("light"));
}

}  // namespace tidemark::shell
