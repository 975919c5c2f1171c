// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <CLI/App.hpp>
#include <ostream>

#include "app/cli/format/writers.h"
#include "app/cli/profile_choice.h"
#include "app/cli/progress_line.h"
#include "app/cli/report.h"
#include "app/cli/stop_signals.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/collect_session.h"
#include "app/settings/files.h"
#include "app/settings/secrets.h"
#include "collectors/http/url.h"
#include "models/domain/clock.h"

namespace tidemark::cli {
namespace {
constexpr std::int64_t ballast_bytes = 32 << 20;

struct Wanted {
  Options options;
  bool once = false;
  std::string length;
  std::string backfill;
  std::string remote_write;
  std::string remote_write_past;
};

std::string progress_text(const CollectProgress& p) {
  const std::string coverage =
      p.due > 0 ? fmt::format("{:.1f} %", 100.0 * static_cast<double>(p.answered) / static_cast<double>(p.due))
                : "unknown";
  return fmt::format("{} polls · coverage {} · {} parts failing{}", p.polls, coverage, p.failing,
                     p.refused > 0 ? fmt::format(" · {} polls lost to a full queue", p.refused) : "");
}

std::string committed_line(const Committed& c) {
  return fmt::format("committed source={}/{}/{} poll={} at={}", c.source.kind, c.source.name, c.lane, c.seq,
                     rfc3339(c.at));
}

// Until the length is over or a stop is asked for.
void keep_going(CollectSession& session, const Clock& clock, std::optional<Millis> length, std::stop_token stop,
                bool progress, std::ostream& err) {
  session.start();
  ProgressLine line(err);
  const MonoTime begin = clock.mono();
  constexpr Millis slice(250);
  while (!length || clock.mono() - begin < *length) {
    if (!clock.wait(stop, slice)) return;
    if (progress) line.draw(progress_text(session.progress()));
  }
}

// What was before, first: it is there when the first poll is.
Result<> rebuild(CollectSession& session, Millis length, std::stop_token stop, bool progress, Log& log,
                 std::ostream& err) {
  ProgressLine line(err);
  PastTold told;
  told.say = [&](const std::string& text, bool warning) { warning ? log.warn(text) : log.info(text); };
  if (progress) told.progress = [&](const std::string& text) { line.draw(text); };
  TM_TRY(const auto errors, session.backfill(length, std::move(stop), told));
  for (const Error& error : errors) log.warn("not rebuilt: " + error.line());
  return {};
}

// The receiver that the command line names takes the place of the profile's, with its credentials, unless it is that.
Result<> choose_receiver(const Wanted& wanted, Profile& profile) {
  TM_TRY(const auto past, duration_of(wanted.remote_write_past, "--remote-write-past"));
  if (!wanted.remote_write.empty()) {
    if (auto usable = check_url(wanted.remote_write); !usable)
      return fail(ErrorCode::usage, usable.error().what, "--remote-write", usable.error().fix);
    if (!profile.remote_write || profile.remote_write->url != wanted.remote_write)
      profile.remote_write = RemoteWriteProfile{.url = wanted.remote_write};
  }
  if (!past) return {};
  if (!profile.remote_write)
    return fail(ErrorCode::usage, "there is no receiver that it could be of", "--remote-write-past",
                "add --remote-write http://HOST:9090");
  profile.remote_write->past = *past;
  return {};
}

Result<int> collect(Streams& streams, const Wanted& wanted) {
  TM_TRY(const auto length, duration_of(wanted.length, "--for"));
  TM_TRY(const auto past, duration_of(wanted.backfill, "--backfill"));
  if (length && wanted.once)
    return fail(ErrorCode::usage, "--once and --for exclude each other", {}, "leave one of them out");
  const StopSignals signals;
  TM_TRY(const auto log, Log::open(wanted.options, streams));
  TM_TRY(Profile profile, choose_profile(wanted.options, *log));
  TM_CHECK(choose_receiver(wanted, profile));
  if (profile.clusters.empty() && profile.connect.empty() && profile.catalogs.empty() && profile.registries.empty() &&
      profile.processors.empty() && profile.metrics.empty())
    return fail(ErrorCode::usage, "there is nothing to collect from", wanted.options.profile,
                "add a cluster under \"clusters\"");
  const std::string path = wanted.options.timeline.empty() ? default_timeline_path() : wanted.options.timeline;
  const SystemClock clock;
  const Secrets secrets(ask_on_terminal);
  CollectOptions collect_options;
  if (wanted.options.verbose) collect_options.on_commit = [&](const Committed& c) { log->info(committed_line(c)); };
  // A single poll's failures are its result and are said at the end.
  collect_options.say = [&](const std::string& line, bool warning) {
    warning && !wanted.once ? log->warn(line) : log->info(line);
  };
  if (!wanted.once) collect_options.ballast_bytes = ballast_bytes;
  collect_options.alarm_text = [](const CellRecord& record) { return json_text(record); };
  TM_TRY(const auto session, CollectSession::open(profile, path, secrets, clock, std::move(collect_options)));
  log->info("collecting into " + path);

  const bool progress = ProgressLine::is_wanted(wanted.options);
  if (past) TM_CHECK(rebuild(*session, *past, signals.token(), progress, *log, streams.err));
  std::vector<Error> failures;
  if (signals.token().stop_requested()) {
    TM_CHECK(session->close());
    return 0;
  }
  if (wanted.once) {
    TM_TRY(failures, session->poll_once(signals.token()));
  } else {
    keep_going(*session, clock, length, signals.token(), progress, streams.err);
  }
  const CollectProgress made = session->progress();
  TM_CHECK(session->close());
  if (made.answered > 0) {
    for (const Error& error : failures) log->warn(error.line());
    return 0;
  }
  if (signals.token().stop_requested()) return 0;
  if (!failures.empty()) return std::unexpected(failures.front());
  return fail(ErrorCode::unreachable, "no source answered", path, "see tidemark sources --timeline " + path);
}
}  // namespace

Runner collect_verb(CLI::App& app) {
  const auto wanted = std::make_shared<Wanted>();
  add_cluster(app, wanted->options);
  add_timeline(app, wanted->options);
  app.add_flag("--once", wanted->once, "Poll everything once and end");
  app.add_option("--for", wanted->length, "End after this long")->type_name("DURATION");
  app.add_option("--backfill", wanted->backfill, "First rebuild what happened in this long before the first poll")
      ->type_name("DURATION");
  app.add_option("--remote-write", wanted->remote_write,
                 "Pass everything on to a Prometheus, VictoriaMetrics, Mimir or Thanos that takes remote write")
      ->type_name("URL");
  app.add_option("--remote-write-past", wanted->remote_write_past,
                 "The first time also pass on what the timeline holds of this long ago")
      ->type_name("DURATION");
  add_logging(app, wanted->options);
  return [wanted](Streams& streams) {
    const auto status = collect(streams, *wanted);
    return status ? *status : report(streams, status.error());
  };
}

}  // namespace tidemark::cli
