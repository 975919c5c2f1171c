// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/demo.h"

#include <QApplication>
#include <filesystem>
#include <iostream>
#include <memory>
#include <thread>

#include "app/cli/report.h"
#include "app/cli/verbs/demo.h"
#include "app/demo/demo.h"
#include "app/shell/gui.h"
#include "app/shell/picture.h"
#include "app/shell/shell.h"
#include "models/domain/clock.h"

namespace tidemark::shell {
namespace {
Result<> write_pictures(cli::Streams& streams, const std::string& timeline) {
  TM_TRY(const auto app, start_gui(Surface::picture, theme::Mode::light));
  TM_TRY(const auto reader, TimelineReader::open(timeline));
  const std::filesystem::path folder = std::filesystem::path(timeline).parent_path();
  for (const auto& [screen, name] : {std::pair(Screen::tide, "tide.png"), std::pair(Screen::lag, "lag.png")}) {
    ViewRequest request;
    request.screen = screen;
    TM_TRY(const ViewData view, load_view(*reader, request));
    const std::string file = (folder / name).string();
    TM_CHECK(write_picture(view, {}, file));
    streams.err << "Picture: " << file << '\n';
  }
  return {};
}

// Ends with the window: the pipeline and its collector go on until then.
int with_window(cli::Streams& streams, const cli::DemoWanted& wanted) {
  const auto path = cli::demo_timeline(wanted);
  if (!path) return cli::report(streams, path.error());
  const std::jthread player([&streams, timeline = *path](std::stop_token stop) {
    const SystemClock clock;
    demo::DemoOptions options{timeline, [&](std::string_view text) { streams.err << "· " << text << std::endl; }, stop};
    const auto demo = demo::Demo::start(std::move(options), clock);
    if (!demo) {
      cli::report(streams, demo.error());
      return;
    }
    if (const auto played = (*demo)->play(std::chrono::hours(24)); !played) cli::report(streams, played.error());
    streams.err << demo::footnote() << std::endl;
  });
  return show_window(streams, *path);
}
}  // namespace

std::function<int(cli::Streams&)> configure_demo(CLI::App& app) {
  const auto wanted = std::make_shared<cli::DemoWanted>();
  cli::add_demo_options(app, *wanted);
  return [wanted](cli::Streams& streams) {
    if (!wanted->headless && has_display()) return with_window(streams, *wanted);
    if (!wanted->headless) streams.err << "No display: the demo runs without its window.\n";
    return cli::demo_headless(streams, *wanted, [&streams](const std::string& timeline) {
      const auto written = write_pictures(streams, timeline);
      return written ? 0 : cli::report(streams, written.error());
    });
  };
}

}  // namespace tidemark::shell
