// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/look.h"

#include <QApplication>

#include "app/shell/window_settings.h"

namespace tidemark::shell {
namespace {
constexpr QLatin1String key("theme");
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
