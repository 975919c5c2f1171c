// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/question.h"

#include <algorithm>
#include <filesystem>

#include "app/cli/profile_choice.h"
#include "app/cli/progress_line.h"
#include "app/cli/report.h"
#include "app/cli/stop_signals.h"
#include "app/session/live_timeline.h"
#include "app/session/server_timeline.h"
#include "app/settings/files.h"
#include "app/settings/secrets.h"
#include "models/domain/clock.h"
#include "models/timeline/reader.h"

namespace tidemark::cli {
namespace {
// The newest and oldest poll, without reading samples.
Result<std::shared_ptr<const Snapshot>> bounds(SnapshotSource& timeline, LocalTime now) {
  SnapshotRequest request;
  request.from = request.to = now;
  request.object_names = {"none:"};
  request.states = request.events = false;
  return timeline.load(request);
}

Result<int> answer_from(SnapshotSource& timeline, const Options& options, const Question& question,
                        const Output& output, const Profile* profile, const std::string& file, LocalTime now,
                        Streams& streams, const std::vector<std::string>& notes = {}) {
  TM_TRY(const auto whole, bounds(timeline, now));
  if (!whole->newest)
    return fail(ErrorCode::no_data, "the timeline has no poll", options.timeline, "collect first, or import a story");
  TM_TRY(const auto at, time_of(options.at, "--at", now));
  TM_TRY(const auto from, time_of(options.from, "--from", now));
  TM_TRY(const auto to, time_of(options.to, "--to", now));
  Asked asked{timeline, at ? *at : to ? *to : *whole->newest, {}, {}, options.filter, profile, file};
  asked.to = to ? *to : asked.at;
  asked.from = from ? *from : asked.to - question.window;
  if (asked.from > asked.to)
    return fail(ErrorCode::usage, "the window ends before it begins", "--from, --to", "swap them");
  TM_TRY(Document document, question.answer(asked));
  document.notes.insert(document.notes.end(), notes.begin(), notes.end());
  const int status = answer(streams, output, document, question.layout);
  if (asked.at < *whole->oldest)
    return fail(ErrorCode::no_data, "nothing was collected before " + rfc3339(*whole->oldest), options.timeline,
                "choose a later --at");
  if (document.coverage.reason() == Reason::never_polled || (document.coverage.known() && *document.coverage <= 0))
    return fail(ErrorCode::no_data, "no source answered in the window before " + rfc3339(asked.at), options.timeline,
                "see tidemark sources");
  return status;
}

Result<int> answer_live(const Options& options, const Question& question, const Output& output, Log& log,
                        Streams& streams) {
  if (!options.timeline.empty())
    return fail(ErrorCode::usage, "--timeline and a question to the cluster exclude each other", {},
                "leave one of them out");
  const StopSignals signals;
  const SystemClock clock;
  const Secrets secrets(ask_on_terminal);
  TM_TRY(const Profile profile, choose_profile(options, log));
  TM_TRY(const LiveTimeline live, LiveTimeline::poll(profile, secrets, clock, signals.token()));
  for (const Error& error : live.failures()) log.warn(error.line());
  TM_TRY(const auto timeline, TimelineReader::open(live.path()));
  return answer_from(*timeline, options, question, output, &profile, {}, clock.now(), streams);
}

// What no time is given for.
constexpr Millis server_history = std::chrono::hours(6);

Result<int> answer_server(const Options& options, const Question& question, const Output& output,
                          const Profile* profile, Streams& streams) {
  if (!question.of_offsets)
    return fail(ErrorCode::usage, ServerTimeline::limit(), "--timeline",
                "ask lag, groups, topics or freshness, or name a timeline file");
  const StopSignals signals;
  const SystemClock clock;
  const LocalTime now = clock.now();
  ServerWindow window{.stop = signals.token()};
  TM_TRY(const auto at, time_of(options.at, "--at", now));
  TM_TRY(const auto from, time_of(options.from, "--from", now));
  TM_TRY(const auto to, time_of(options.to, "--to", now));
  window.to = at ? *at : to.value_or(now);
  window.from = std::min(from.value_or(LocalTime::max()), window.to - server_history);
  ProgressLine line(streams.err);
  if (ProgressLine::is_wanted(options))
    window.progress = [&](LocalTime begin, LocalTime done, LocalTime end) { line.draw_read(begin, done, end); };
  const Secrets secrets(ask_on_terminal);
  TM_TRY(const ServerTimeline server, ServerTimeline::read(options.timeline, profile, secrets, window));
  TM_TRY(const auto timeline, TimelineReader::open(server.path()));
  return answer_from(*timeline, options, question, output, profile, {}, now, streams, server.notes());
}

Result<int> run(Streams& streams, const Options& options, const Question& question) {
  TM_TRY(const Output output, output_of(options, streams));
  TM_TRY(const auto log, Log::open(options, streams));
  if (options.is_live() || (question.always_live && options.timeline.empty()))
    return answer_live(options, question, output, *log, streams);
  std::optional<Profile> profile;
  if (!options.profile.empty()) {
    TM_TRY(profile, choose_profile(options, *log));
  }
  if (ServerTimeline::is_named(options.timeline))
    return answer_server(options, question, output, profile ? &*profile : nullptr, streams);
  TM_TRY(const std::string path, timeline_path(options));
  TM_TRY(const auto timeline, TimelineReader::open(path));
  return answer_from(*timeline, options, question, output, profile ? &*profile : nullptr, path, SystemClock().now(),
                     streams);
}
}  // namespace

Result<std::string> timeline_path(const Options& options) {
  if (!options.timeline.empty()) return options.timeline;
  std::string path = default_timeline_path();
  if (!std::filesystem::exists(path))
    return fail(ErrorCode::no_data, "there is no timeline yet", path,
                "start with tidemark collect, or name one with --timeline");
  return path;
}

int ask(Streams& streams, const Options& options, const Question& question) {
  const auto status = run(streams, options, question);
  return status ? *status : report(streams, status.error());
}

int answer(Streams& streams, const Output& output, const Document& document, const Layout& layout) {
  write(streams.out, document, output.format, layout, output.style);
  streams.out.flush();
  const bool found = output.fail_on && std::ranges::any_of(document.findings, [&](const Finding& finding) {
                       return finding.severity >= *output.fail_on;
                     });
  return found ? 1 : 0;
}

}  // namespace tidemark::cli
