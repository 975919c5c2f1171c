// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/App.hpp>
#include <filesystem>

#include "app/cli/question.h"
#include "app/cli/report.h"
#include "app/cli/stop_signals.h"
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
  bool append = false;
};

// An existing file is only added to, and only after its newest poll.
Result<> check_place(const std::string& path, const story::Story& story, bool append) {
  if (!std::filesystem::exists(path)) return {};
  if (!append) return fail(ErrorCode::usage, "the file exists", path, "name a new one, or add --append");
  TM_TRY(const auto timeline, TimelineReader::open(path));
  TM_TRY(const TimelineInfo info, timeline->info());
  if (info.newest && story.start <= *info.newest)
    return fail(ErrorCode::usage, "the story begins before the timeline ends at " + rfc3339(*info.newest), path,
                "give the story a later start");
  return {};
}

Result<int> import(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const auto log, Log::open(wanted.options, streams));
  const StopSignals signals;
  const SystemClock clock;
  TM_TRY(const std::string text, read_file(wanted.story));
  TM_TRY(const story::Story story, story::parse_story(text, wanted.story, clock));
  const std::string path = wanted.options.timeline.empty() ? default_timeline_path() : wanted.options.timeline;
  TM_CHECK(check_place(path, story, wanted.append));
  TM_CHECK(make_parent_folder(path));
  WriterOptions writer_options;
  writer_options.must_not_exist = !wanted.append;
  TM_TRY(const auto writer, TimelineWriter::open(path, std::move(writer_options), clock));
  story::StoryOptions play;
  play.stop = signals.token();
  play.progress = [&](std::int64_t done, std::int64_t total) {
    log->info(std::to_string(done) + " of " + std::to_string(total) + " polls");
  };
  TM_TRY(const auto summary, story::play_story(story, *writer, clock, play));
  TM_CHECK(writer->close());

  Document document;
  document.verb = "import";
  document.at = document.to = summary.to;
  document.from = summary.from;
  document.coverage = Reason::not_applicable;
  document.rows.push_back({{"timeline", path},
                           {"story", wanted.story},
                           {"from", summary.from},
                           {"to", summary.to},
                           {"polls", summary.polls},
                           {"series", summary.series},
                           {"samples", summary.samples}});
  return answer(streams, output, document, {});
}
}  // namespace

Runner import_verb(CLI::App& app) {
  const auto wanted = std::make_shared<Wanted>();
  add_timeline(app, wanted->options);
  app.add_option("--story", wanted->story, "A story: a small JSON file that describes a history")
      ->type_name("FILE")
      ->required();
  app.add_flag("--append", wanted->append, "Add to an existing timeline, after its end");
  add_output(app, wanted->options);
  return [wanted](Streams& streams) {
    const auto status = import(streams, *wanted);
    return status ? *status : report(streams, status.error());
  };
}

}  // namespace tidemark::cli
