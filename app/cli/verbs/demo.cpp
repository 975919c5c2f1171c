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
#include "app/demo/lab_demo.h"

namespace tidemark::cli {
namespace {
constexpr Millis usual_length{110'000};

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

// The timeline of the plan: --timeline, or a file in a new folder.
Result<std::string> new_timeline(const std::string& named) {
  if (!named.empty()) {
    if (std::filesystem::exists(named)) return fail(ErrorCode::usage, "the file exists", named, "name a new one");
    return named;
  }
  TM_TRY(const std::string folder, new_folder());
  return folder + "/demo.tidemark";
}

Result<int> play(Streams& streams, const DemoWanted& wanted, const std::function<int(const std::string&)>& after) {
  const StopSignals signals;
  TM_TRY(const DemoPlan plan, demo_plan(wanted));
  const SystemClock clock;
  streams.err << plan.opening() << " Ctrl-C ends it.\n" << std::flush;
  int status = 0;
  demo::PlayOptions options{.timeline = plan.timeline,
                            .say = [&](std::string_view text) { streams.err << "· " << text << '\n'
                                                                            << std::flush; },
                            .ask =
                                [&](const demo::Words& question) {
                                  if (status == 0) status = show(streams, plan.timeline, question);
                                },
                            .stop = signals.token()};
  TM_TRY(const auto demo, start_demo(plan, std::move(options), clock));
  TM_CHECK(demo->play());
  if (status == 0 && after) status = after(plan.timeline);
  streams.err << "\n" << demo->footnote() << "\nThe timeline stays: " << plan.timeline << '\n';
  return status;
}
}  // namespace

void add_demo_options(CLI::App& app, DemoWanted& wanted) {
  app.add_flag("--headless", wanted.headless, "No window: print tables, write pictures");
  app.add_option("--for", wanted.length, "How long it plays (110s)")->type_name("DURATION");
  app.add_option("--timeline", wanted.timeline, "Where to record: a new file")->type_name("FILE");
  app.add_flag("--lab", wanted.lab,
               "Acts 2 and 3 on real Kafka, Connect and Iceberg, from a source checkout: one to two minutes, the first "
               "time some more to fetch them");
  app.add_option("--lab-dir", wanted.lab_dir, "Where the lab's programs are (tests/lab)")->type_name("DIR");
}

Result<DemoPlan> demo_plan(const DemoWanted& wanted) {
  DemoPlan plan;
  if (!wanted.lab && !wanted.lab_dir.empty())
    return fail(ErrorCode::usage, "only --lab has such a folder", "--lab-dir", "add --lab, or leave it out");
  if (wanted.lab && !wanted.length.empty())
    return fail(ErrorCode::usage, "--lab and --for exclude each other: the lab's scenes take as long as they take", {},
                "leave one of them out");
  if (wanted.lab) {
    TM_TRY(plan.lab, demo::find_lab(wanted.lab_dir));
  }
  TM_TRY(const auto length, duration_of(wanted.length, "--for"));
  plan.length = length.value_or(usual_length);
  TM_TRY(plan.timeline, new_timeline(wanted.timeline));
  return plan;
}

std::string_view DemoPlan::opening() const {
  return lab.empty() ? "Making 24 hours of history and starting a pipeline of three brokers."
                     : "Starting three Kafka brokers, Kafka Connect with the Iceberg sink, a catalog and S3: half a "
                       "minute, the first time two minutes more to fetch 1.2 GB.";
}

Result<std::unique_ptr<demo::Play>> start_demo(const DemoPlan& plan, demo::PlayOptions options, const Clock& clock) {
  if (!plan.lab.empty()) return demo::LabDemo::start(std::move(options), plan.lab, clock);
  return demo::Demo::start(std::move(options), plan.length, clock);
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
