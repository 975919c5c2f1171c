// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shell.h"

#include <QApplication>
#include <array>

#include "app/cli/report.h"
#include "app/settings/files.h"
#include "app/shell/gui.h"
#include "app/shell/main_window.h"
#include "app/shell/render.h"

namespace tidemark::shell {

std::span<const cli::Verb> verbs() {
  static constexpr std::array all{
      cli::Verb{"render", "A picture of a view, without a screen: tide, lag, topics or sources", configure_render},
  };
  return all;
}

int show_window(cli::Streams& streams, const std::string& timeline) {
  auto app = start_gui(Surface::screen, theme::Mode::system);
  if (!app) return cli::report(streams, app.error());
  MainWindow window;
  window.open(timeline);
  window.show();
  return QApplication::exec();
}

int open_window(cli::Streams& streams) { return show_window(streams, default_timeline_path()); }

}  // namespace tidemark::shell
