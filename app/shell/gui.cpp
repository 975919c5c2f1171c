// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/gui.h"

#include <QApplication>
#include <QLocale>
#include <cstdlib>
#include <iostream>

#include "translations/words.h"

namespace tidemark::shell {
namespace {
Error no_display() {
  return {ErrorCode::usage, "no display to open a window on", {}, "use a verb (tidemark --help), or render a picture"};
}

// Qt's notes are not for users, and where its platform cannot start it would end the process with a trace.
void speak_plainly(QtMsgType type, const QMessageLogContext&, const QString& text) {
  if (type == QtCriticalMsg) std::cerr << "tidemark: " << text.simplified().toStdString() << std::endl;
  if (type != QtFatalMsg) return;
  std::cerr << "tidemark: " << no_display().line() << std::endl;
  std::_Exit(exit_status(no_display().code));
}
}  // namespace

bool has_display() {
  return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
         !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

Result<std::unique_ptr<QApplication>> start_gui(Surface surface, theme::Mode mode) {
  if (surface == Surface::screen && !has_display()) return std::unexpected(no_display());
  if (surface == Surface::picture && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
  qInstallMessageHandler(speak_plainly);
  static int argc = 1;
  static char name[] = "tidemark";
  static char* argv[] = {name, nullptr};
  auto app = std::make_unique<QApplication>(argc, argv);
  QApplication::setApplicationName(QStringLiteral("tidemark"));
  QApplication::setApplicationDisplayName(QStringLiteral("Tidemark"));
  QApplication::setDesktopFileName(QStringLiteral("io.github.tidemark.Tidemark"));
  if (!theme::has_fonts()) return fail(ErrorCode::no_data, "no font is installed", {}, "install fonts-dejavu-core");
  install_words(*app, QLocale());
  theme::apply(*app, mode);
  return app;
}

}  // namespace tidemark::shell
