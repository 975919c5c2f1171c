// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/App.hpp>
#include <cstdlib>

#include "collectors/core/strict_json.h"

namespace tidemark::cli {
namespace {
// How wide the terminal is; COLUMNS wins.
std::optional<std::size_t> terminal_width() {
  if (const char* columns = std::getenv("COLUMNS"))
    if (const long width = std::strtol(columns, nullptr, 10); width > 20) return static_cast<std::size_t>(width);
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20) return size.ws_col;
  return std::nullopt;
}

// One value per use; said again it adds another.
void add_list(CLI::App& app, const std::string& name, std::vector<std::string>& values, const std::string& help) {
  app.add_option(name, values, help)->allow_extra_args(false)->type_name("GLOB");
}

Result<std::optional<Severity>> severity_of(const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (text == "warn" || text == "error") return severity_from(text);
  return fail(ErrorCode::usage, "\"" + text + "\" is no severity", "--fail-on", "write warn or error");
}
}  // namespace

void add_timeline(CLI::App& app, Options& options) {
  app.add_option("--timeline", options.timeline,
                 "Timeline file (default: tidemark/default.tidemark in the XDG data folder)")
      ->type_name("FILE");
}

void add_profile(CLI::App& app, Options& options) {
  app.add_option("--profile", options.profile, "Profile file")->type_name("FILE");
}

void add_cluster(CLI::App& app, Options& options) {
  add_profile(app, options);
  app.add_option("--bootstrap", options.bootstrap, "Kafka brokers instead of a profile")->type_name("HOST:PORT,…");
  app.add_option("--command-config", options.command_config, "Client settings, as Kafka's own tools take them")
      ->type_name("FILE.properties");
}

void add_live(CLI::App& app, Options& options) {
  add_cluster(app, options);
  app.add_flag("--live", options.live, "Ask the profile's clusters now, once, instead of a timeline");
}

void add_times(CLI::App& app, Options& options) {
  app.add_option("--at", options.at, "The time to judge (default: the newest sample)")->type_name("TIME");
  app.add_option("--from", options.from, "Begin of the window")->type_name("TIME");
  app.add_option("--to", options.to, "End of the window")->type_name("TIME");
}

void add_filters(CLI::App& app, Options& options) {
  Filter& f = options.filter;
  add_list(app, "--cluster", f.cluster, "Only these clusters (a glob; may be repeated)");
  add_list(app, "--topic", f.topic, "Only these topics");
  add_list(app, "--group", f.group, "Only these groups");
  add_list(app, "--table", f.table, "Only these tables");
  add_list(app, "--class", f.class_name, "Only these classes");
  add_list(app, "--path", f.path, "Only these paths");
}

void add_logging(CLI::App& app, Options& options) {
  app.add_flag("-q,--quiet", options.quiet, "Say nothing but errors on the error stream");
  app.add_flag("-v,--verbose", options.verbose, "Say more; tables show every column");
  app.add_option("--log", options.log, "Also write what is said to a file")->type_name("FILE");
}

void add_output(CLI::App& app, Options& options) {
  app.add_option("--format", options.format, "table, json, ndjson, csv, md or slack (default: table)")
      ->type_name("FORMAT");
  app.add_flag("--json", options.json, "The same as --format json");
  app.add_option("--fail-on", options.fail_on, "Status 1 for findings of this severity or above: warn or error")
      ->type_name("SEVERITY");
  app.add_flag("--utc", options.utc, "Times for people in UTC instead of local time");
  add_logging(app, options);
}

void add_all(CLI::App& app, Options& options) {
  add_timeline(app, options);
  add_live(app, options);
  add_times(app, options);
  add_filters(app, options);
  add_output(app, options);
}

Result<Output> output_of(const Options& options, const Streams& streams) {
  const std::string name = options.json ? "json" : options.format;
  const auto format = format_from(name);
  if (!format) {
    const auto near = strict_json::nearest(name, {"table", "json", "ndjson", "csv", "md", "slack"});
    return fail(ErrorCode::usage, "\"" + name + "\" is no format", "--format",
                near ? "did you mean \"" + std::string(*near) + "\"?" : "write table, json, ndjson, csv, md or slack");
  }
  Output output;
  output.format = *format;
  output.style.utc = options.utc;
  output.style.all_columns = options.verbose;
  if (streams.out_is_terminal) {
    output.style.colour = !std::getenv("NO_COLOR");
    output.style.width = terminal_width();
  }
  TM_TRY(output.fail_on, severity_of(options.fail_on));
  return output;
}

Result<std::optional<LocalTime>> time_of(const std::string& text, const std::string& option, LocalTime now) {
  if (text.empty()) return std::nullopt;
  if (const auto time = parse_time(text, now)) return time;
  return fail(ErrorCode::usage, "\"" + text + "\" is no time", option,
              "write 2026-01-31T12:00:00Z, now, -15m or \"2h ago\"");
}

Result<std::optional<Millis>> duration_of(const std::string& text, const std::string& option) {
  if (text.empty()) return std::nullopt;
  if (const auto duration = parse_duration(text)) return duration;
  return fail(ErrorCode::usage, "\"" + text + "\" is no duration", option, "write 250ms, 10s, 5m, 2h or 7d");
}

}  // namespace tidemark::cli
