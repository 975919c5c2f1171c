// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/window_verb.h"

#include <CLI/App.hpp>
#include <QApplication>
#include <QUrl>
#include <filesystem>

#include "app/cli/log.h"
#include "app/cli/profile_choice.h"
#include "app/cli/progress_line.h"
#include "app/cli/report.h"
#include "app/cli/stop_signals.h"
#include "app/session/collect_session.h"
#include "app/session/server_timeline.h"
#include "app/settings/files.h"
#include "app/settings/secrets.h"
#include "app/shell/gui.h"
#include "app/shell/look.h"
#include "app/shell/main_window.h"
#include "app/shell/view_link.h"
#include "models/domain/clock.h"

namespace tidemark::shell {
namespace {
bool names_cluster(const cli::Options& options) { return !options.profile.empty() || options.is_live(); }

// Read once, before the window opens.
Result<std::optional<ServerTimeline>> server_of(cli::Streams& streams, const cli::Options& options,
                                                const SecretResolver& secrets) {
  constexpr Millis history = std::chrono::hours(6);
  if (!ServerTimeline::is_named(options.timeline)) return std::nullopt;
  if (names_cluster(options))
    return fail(ErrorCode::usage, "nothing is collected into a server", "--timeline",
                "leave --profile out, or name a timeline file");
  const cli::StopSignals interrupt;
  cli::ProgressLine line(streams.err);
  ServerWindow window{.stop = interrupt.token()};
  window.to = SystemClock().now();
  window.from = window.to - history;
  if (cli::ProgressLine::is_wanted(options))
    window.progress = [&](LocalTime begin, LocalTime done, LocalTime end) { line.draw_read(begin, done, end); };
  TM_TRY(ServerTimeline server, ServerTimeline::read(options.timeline, nullptr, secrets, window));
  return std::optional(std::move(server));
}

// A path, or a link: from the desktop also as file:///….
struct Wanted {
  std::string path;
  std::optional<ViewRequest> request;
};
Result<Wanted> wanted_of(const std::string& said) {
  if (said.empty()) return Wanted{default_timeline_path(), {}};
  if (is_link(said)) {
    TM_TRY(const ViewLink link, read_link(said));
    return Wanted{link.timeline.empty() ? default_timeline_path() : link.timeline, link.request};
  }
  if (said.starts_with("file://")) return Wanted{QUrl(QString::fromStdString(said)).toLocalFile().toStdString(), {}};
  return Wanted{said, {}};
}

Result<int> open_window(cli::Streams& streams, const cli::Options& options) {
  TM_TRY(const auto app, start_gui(Surface::screen, chosen_look()));
  TM_TRY(const auto log, cli::Log::open(options, streams));
  const SystemClock clock;
  const Secrets secrets(ask_on_terminal);
  TM_TRY(const auto server, server_of(streams, options, secrets));
  TM_TRY(const Wanted wanted, wanted_of(options.timeline));
  const std::string path = server ? server->path() : wanted.path;
  std::unique_ptr<CollectSession> collecting;
  if (names_cluster(options)) {
    TM_TRY(const Profile profile, cli::choose_profile(options, *log));
    CollectOptions collect_options;
    collect_options.say = [&](const std::string& line, bool warning) { warning ? log->warn(line) : log->info(line); };
    TM_TRY(collecting, CollectSession::open(profile, path, secrets, clock, std::move(collect_options)));
    collecting->start();
  }
  MainWindow window;
  // Who names nothing and has nothing chooses.
  if (options.timeline.empty() && !collecting && !std::filesystem::exists(path))
    window.show_start();
  else
    window.open(path);
  if (wanted.request) window.show_request(*wanted.request);
  if (server) {
    window.name_file(QString::fromStdString(server->origin()), QString::fromStdString(server->notes().back()));
    for (const std::string& note : server->notes()) log->info(note);
  }
  window.show();
  const int status = QApplication::exec();
  if (collecting) TM_CHECK(collecting->close());
  return status;
}
}  // namespace

std::function<int(cli::Streams&)> configure_window(CLI::App& app) {
  const auto options = std::make_shared<cli::Options>();
  cli::add_timeline(app, *options);
  app.add_option("FILE", options->timeline, "A timeline, a bundle or a link to open")->type_name("");
  cli::add_cluster(app, *options);
  cli::add_logging(app, *options);
  return [options](cli::Streams& streams) {
    const auto status = open_window(streams, *options);
    return status ? *status : cli::report(streams, status.error());
  };
}

}  // namespace tidemark::shell
