// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/window_verb.h"

#include <CLI/App.hpp>
#include <QApplication>

#include "app/cli/log.h"
#include "app/cli/profile_choice.h"
#include "app/cli/report.h"
#include "app/session/collect_session.h"
#include "app/settings/files.h"
#include "app/settings/secrets.h"
#include "app/shell/gui.h"
#include "app/shell/look.h"
#include "app/shell/main_window.h"
#include "models/domain/clock.h"

namespace tidemark::shell {
namespace {
bool names_cluster(const cli::Options& options) { return !options.profile.empty() || options.is_live(); }

Result<int> open_window(cli::Streams& streams, const cli::Options& options) {
  TM_TRY(const auto app, start_gui(Surface::screen, chosen_look()));
  TM_TRY(const auto log, cli::Log::open(options, streams));
  const std::string path = options.timeline.empty() ? default_timeline_path() : options.timeline;
  const SystemClock clock;
  const Secrets secrets(ask_on_terminal);
  std::unique_ptr<CollectSession> collecting;
  if (names_cluster(options)) {
    TM_TRY(const Profile profile, cli::choose_profile(options, *log));
    CollectOptions collect_options;
    collect_options.say = [&](const std::string& line, bool warning) { warning ? log->warn(line) : log->info(line); };
    TM_TRY(collecting, CollectSession::open(profile, path, secrets, clock, std::move(collect_options)));
    collecting->start();
  }
  MainWindow window;
  window.open(path);
  window.show();
  const int status = QApplication::exec();
  if (collecting) TM_CHECK(collecting->close());
  return status;
}
}  // namespace

std::function<int(cli::Streams&)> configure_window(CLI::App& app) {
  const auto options = std::make_shared<cli::Options>();
  cli::add_timeline(app, *options);
  cli::add_cluster(app, *options);
  cli::add_logging(app, *options);
  return [options](cli::Streams& streams) {
    const auto status = open_window(streams, *options);
    return status ? *status : cli::report(streams, status.error());
  };
}

}  // namespace tidemark::shell
