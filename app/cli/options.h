// SPDX-License-Identifier: GPL-3.0-or-later
// The options that verbs share, added and read in one place. Values are checked when a verb runs, so that the error is
// the project's own line. Main thread only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cli/cli.h"
#include "app/cli/format/format.h"
#include "models/analysis/lag.h"

namespace tidemark::cli {

struct Options {
  // Where from.
  std::string timeline;
  std::string profile;
  bool live = false;
  std::string bootstrap;
  std::string command_config;
  // When.
  std::string at, from, to;
  // What.
  Filter filter;
  // How.
  std::string format = "table";
  bool json = false;
  std::string fail_on;
  bool utc = false;
  bool quiet = false;
  bool verbose = false;
  std::string log;

  bool is_live() const { return live || !bootstrap.empty() || !command_config.empty(); }
};

void add_timeline(CLI::App& app, Options& options);
void add_profile(CLI::App& app, Options& options);
void add_cluster(CLI::App& app, Options& options);  // --profile, --bootstrap, --command-config
void add_live(CLI::App& app, Options& options);     // add_cluster and --live
void add_times(CLI::App& app, Options& options);
void add_filters(CLI::App& app, Options& options);
void add_logging(CLI::App& app, Options& options);  // -q -v --log
void add_output(CLI::App& app, Options& options);   // --format --json --fail-on --utc and logging
// All of them: what a verb that answers from a timeline or a cluster takes.
void add_all(CLI::App& app, Options& options);

// The format and the style for it on this terminal.
struct Output {
  Format format = Format::table;
  Style style;
  std::optional<Severity> fail_on;
};
Result<Output> output_of(const Options& options, const Streams& streams);

// --at, --from, --to and the like: "option" is named in the error. Nothing where it was not given.
Result<std::optional<LocalTime>> time_of(const std::string& text, const std::string& option, LocalTime now);
Result<std::optional<Millis>> duration_of(const std::string& text, const std::string& option);

}  // namespace tidemark::cli
