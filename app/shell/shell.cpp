// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shell.h"

#include <QApplication>
#include <array>

#include "app/cli/report.h"
#include "app/settings/files.h"
#include "app/shell/demo.h"
#include "app/shell/gui.h"
#include "app/shell/main_window.h"
#include "app/shell/render.h"

namespace tidemark::shell {

std::span<const cli::Verb> verbs() {
  static constexpr std::array all{
      cli::Verb{"render", "A picture of a view, without a screen: tide, lag, topics or sources", configure_render},
      cli::Verb{"demo", "A pipeline with a scripted incident, in the window", configure_demo},
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

int open_window(cli::Streams& streams, const cli::WindowOptions& options) {
  return show_window(streams, options.timeline.empty() ? default_timeline_path() : options.timeline);
}

}  // namespace tidemark::shell
