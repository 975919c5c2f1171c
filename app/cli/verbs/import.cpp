// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/App.hpp>
#include <filesystem>

#include "app/cli/question.h"
#include "app/cli/report.h"
#include "app/cli/stop_signals.h"
#include "app/cli/verbs/import_history.h"
#include "app/cli/verbs/verbs.h"
#include "app/settings/files.h"
#include "collectors/story/story.h"
#include "models/domain/clock.h"
#include "models/timeline/reader.h"
#include "models/timeline/writer.h"

namespace tidemark::cli {
namespace {
struct Wanted {
  Options options;
  std::string story;
  HistoryWanted history;
  bool append = false;
};

// The newest poll of a file that is there; one that is there is only added to.
Result<std::optional<LocalTime>> newest_in(const std::string& path, bool append) {
  if (!std::filesystem::exists(path)) return std::nullopt;
  if (!append) return fail(ErrorCode::usage, "the file exists", path, "name a new one, or add --append");
  TM_TRY(const auto timeline, TimelineReader::open(path));
  TM_TRY(const TimelineReach reach, timeline->reach());
  return reach.newest;
}

Result<std::unique_ptr<TimelineWriter>> open_writer(const std::string& path, bool append, const Clock& clock) {
  TM_CHECK(make_parent_folder(path));
  WriterOptions options;
  options.must_not_exist = !append;
  return TimelineWriter::open(path, std::move(options), clock);
}

Result<Document> story_into(const std::string& path, const Wanted& wanted, Log& log, std::stop_token stop) {
  const SystemClock clock;
  TM_TRY(const std::string text, read_file(wanted.story));
  TM_TRY(const story::Story story, story::parse_story(text, wanted.story, clock));
  TM_TRY(const auto newest, newest_in(path, wanted.append));
  if (newest && story.start <= *newest)
    return fail(ErrorCode::usage, "the story begins before the timeline ends at " + rfc3339(*newest), path,
                "give the story a later start");
  TM_TRY(const auto writer, open_writer(path, wanted.append, clock));
  story::StoryOptions play;
  play.stop = std::move(stop);
  play.progress = [&](std::int64_t done, std::int64_t total) {
    log.info(std::to_string(done) + " of " + std::to_string(total) + " polls");
  };
  TM_TRY(const auto summary, story::play_story(story, *writer, clock, play));
  TM_CHECK(writer->close());
  Document document;
  document.at = document.to = summary.to;
  document.from = summary.from;
  document.rows.push_back({{"timeline", path},
                           {"story", wanted.story},
                           {"from", summary.from},
                           {"to", summary.to},
                           {"polls", summary.polls},
                           {"series", summary.series},
                           {"samples", summary.samples}});
  return document;
}

Result<Document> history_into(const std::string& path, const Wanted& wanted, Log& log, std::stop_token stop) {
  const SystemClock clock;
  const bool was_there = std::filesystem::exists(path);
  TM_TRY(const auto newest, newest_in(path, wanted.append));
  TM_TRY(const auto writer, open_writer(path, wanted.append, clock));
  const auto done = import_history(wanted.history, wanted.options, newest, *writer, log, std::move(stop));
  TM_TRY(const std::int64_t polls, [&]() -> Result<std::int64_t> {
    TM_CHECK(writer->flush());
    const std::int64_t count = writer->stats().polls;
    TM_CHECK(writer->close());
    return count;
  }());
  if (!done) {
    // Nothing came into a file that is new: it is no timeline of anything.
    if (!was_there && polls == 0)
      for (const char* suffix : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(path + suffix);
    return std::unexpected(done.error());
  }
  Document document;
  document.from = done->from.value_or(LocalTime());
  document.at = document.to = done->to.value_or(LocalTime());
  document.rows.push_back(
      {{"timeline", path},
       {"source", wanted.history.openmetrics.empty() ? wanted.history.prometheus : wanted.history.openmetrics},
       {"from", document.from},
       {"to", document.to},
       {"polls", done->polls},
       {"series", done->series},
       {"samples", done->samples}});
  document.notes = done->notes;
  return document;
}

Result<int> import(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const auto log, Log::open(wanted.options, streams));
  const int sources = (wanted.story.empty() ? 0 : 1) + (wanted.history.openmetrics.empty() ? 0 : 1) +
                      (wanted.history.prometheus.empty() ? 0 : 1);
  if (sources != 1)
    return fail(ErrorCode::usage, "one source is wanted", {}, "write --story, --openmetrics or --prometheus");
  const StopSignals signals;
  const std::string path = wanted.options.timeline.empty() ? default_timeline_path() : wanted.options.timeline;
  TM_TRY(Document document, wanted.story.empty() ? history_into(path, wanted, *log, signals.token())
                                                 : story_into(path, wanted, *log, signals.token()));
  document.verb = "import";
  document.coverage = Reason::not_applicable;
  return answer(streams, output, document, {});
}
}  // namespace

Runner import_verb(CLI::App& app) {
  const auto wanted = std::make_shared<Wanted>();
  add_timeline(app, wanted->options);
  app.add_option("--story", wanted->story, "A story: a small JSON file that describes a history")->type_name("FILE");
  app.add_option("--openmetrics", wanted->history.openmetrics,
                 "Offsets as kafka_exporter, KMinion or kafka-lag-exporter tell them, with timestamps")
      ->type_name("FILE");
  app.add_option("--prometheus", wanted->history.prometheus,
                 "The same from a server that speaks Prometheus' query API: its address, or its name in the profile")
      ->type_name("URL");
  app.add_option("--cluster", wanted->history.cluster, "The cluster's name where no label tells it (default: imported)")
      ->type_name("NAME");
  app.add_option("--where", wanted->history.where, "Of a server: only series with this label, as job=kafka-exporter")
      ->type_name("LABEL=VALUE");
  app.add_option("--from", wanted->options.from, "Of a server: the begin (default: a week before the end)")
      ->type_name("TIME");
  app.add_option("--to", wanted->options.to, "Of a server: the end (default: now)")->type_name("TIME");
  add_profile(app, wanted->options);
  app.add_flag("--append", wanted->append,
               "Add to an existing timeline, after its end: an import goes on where it was");
  add_output(app, wanted->options);
  return [wanted](Streams& streams) {
    const auto status = import(streams, *wanted);
    return status ? *status : report(streams, status.error());
  };
}

}  // namespace tidemark::cli
