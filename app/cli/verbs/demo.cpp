// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/demo.h"

#include <CLI/App.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "app/cli/options.h"
#include "app/cli/report.h"
#include "app/cli/stop_signals.h"
#include "app/cli/verbs/verbs.h"
#include "app/demo/demo.h"
#include "models/domain/clock.h"

namespace tidemark::cli {
namespace {
Result<std::string> new_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "tidemark-demo-XXXXXX").string();
  if (!::mkdtemp(name.data())) return fail(ErrorCode::storage, "no folder can be made there", name, "set TMPDIR");
  return name;
}

// What a person would type next, with what it prints.
int show(Streams& streams, const std::string& timeline, const std::vector<std::string>& question) {
  std::vector<std::string> words = question;
  words.insert(words.end(), {"--timeline", timeline});
  streams.out << "\n$ tidemark";
  for (const std::string& word : words) streams.out << ' ' << word;
  streams.out << "\n" << std::flush;
  return run(words, streams);
}

Result<int> play(Streams& streams, const DemoWanted& wanted, const std::function<int(const std::string&)>& after) {
  TM_TRY(const auto length, duration_of(wanted.length, "--for"));
  const StopSignals signals;
  TM_TRY(const std::string path, demo_timeline(wanted));
  const SystemClock clock;
  streams.err << "Making 24 hours of history and starting a pipeline of three brokers. Ctrl-C ends it.\n" << std::flush;
  demo::DemoOptions options{path, [&](std::string_view text) { streams.err << "· " << text << '\n'
                                                                           << std::flush; },
                            signals.token()};
  TM_TRY(const auto demo, demo::Demo::start(std::move(options), clock));
  TM_CHECK(demo->play(*length));
  for (const auto& question : std::initializer_list<std::vector<std::string>>{{"groups"}, {"lag"}, {"topics"}})
    if (const int status = show(streams, path, question)) return status;
  const int status = after ? after(path) : 0;
  streams.err << "\n" << demo::footnote() << "\nThe timeline stays: " << path << '\n';
  return status;
}
}  // namespace

void add_demo_options(CLI::App& app, DemoWanted& wanted) {
  app.add_flag("--headless", wanted.headless, "No window: print tables, write pictures");
  app.add_option("--for", wanted.length, "How long it plays (110s)")->type_name("DURATION");
  app.add_option("--timeline", wanted.timeline, "Where to record: a new file")->type_name("FILE");
}

Result<std::string> demo_timeline(const DemoWanted& wanted) {
  if (!wanted.timeline.empty()) {
    if (std::filesystem::exists(wanted.timeline))
      return fail(ErrorCode::usage, "the file exists", wanted.timeline, "name a new one");
    return wanted.timeline;
  }
  TM_TRY(const std::string folder, new_folder());
  return folder + "/demo.tidemark";
}

int demo_headless(Streams& streams, const DemoWanted& wanted, const std::function<int(const std::string&)>& after) {
  const auto status = play(streams, wanted, after);
  return status ? *status : report(streams, status.error());
}

Runner demo_verb(CLI::App& app) {
  const auto wanted = std::make_shared<DemoWanted>();
  add_demo_options(app, *wanted);
  return [wanted](Streams& streams) { return demo_headless(streams, *wanted); };
}

}  // namespace tidemark::cli
