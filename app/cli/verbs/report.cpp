// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/App.hpp>
#include <sstream>

#include "app/cli/question.h"
#include "app/cli/report.h"
#include "app/cli/verbs/incident_window.h"
#include "app/cli/verbs/report_file.h"
#include "app/cli/verbs/report_landed.h"
#include "app/cli/verbs/table_choice.h"
#include "app/cli/verbs/verbs.h"
#include "app/cli/version.h"
#include "app/report/incident_report.h"
#include "app/session/finding_text.h"
#include "app/session/people.h"

namespace tidemark::cli {
namespace {
struct Wanted {
  Options options;
  std::string baseline;
  std::string file;
  bool overwrite = false;
};

using Make = std::string (*)(const IncidentReport&);

Result<Make> maker_of(const std::string& file) {
  if (file == "-" || file.ends_with(".md")) return incident_markdown;
  if (file.ends_with(".html")) return incident_html;
  return fail(ErrorCode::usage, '"' + file + "\" is neither .md nor .html", "-o",
              "name FILE.md or FILE.html, or - for Markdown on the terminal");
}

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + '\'';
}

Result<IncidentReport> incident_report(const Asked& asked, const Wanted& wanted) {
  TM_TRY(const OnsetWindow window, incident_window(asked, !wanted.options.from.empty(), wanted.baseline));
  TM_TRY(const auto snapshot, asked.timeline.load(incident_request(window, asked.filter)));
  TM_TRY(const Profile profile, profile_of(asked, *snapshot));
  TM_CHECK(tables_in_reach(*snapshot, asked, profile));
  TM_TRY(const auto said, noted_events(asked.file));
  IncidentReport report;
  report.from = window.base_from;
  report.to = window.to;
  report.view = incident_view(*snapshot, incident_of(*snapshot, window, asked.filter, profile, said), window.base_from,
                              window.to, finding_text, asked.filter, profile, said);
  TM_TRY(const auto now, asked.timeline.load(diagnosis_request(window.to, asked.filter)));
  report.diagnosis = diagnose(*now, window.to, rule_texts(), asked.filter, profile);
  TM_TRY(const auto snoozes, snoozed_findings(asked.file, window.to));
  put_snoozes(snoozes, report.diagnosis);
  for (const Event& event : said)
    if (event.hi > report.from && event.hi <= report.to) report.notes.push_back(event);
  report.version = version;
  report.command = "tidemark incident --from " + rfc3339(window.from) + " --to " + rfc3339(window.to);
  if (!wanted.options.timeline.empty()) report.command += " --timeline " + quoted(wanted.options.timeline);
  return report;
}

Document written(const IncidentReport& report, const std::string& file) {
  Document document;
  document.verb = "report incident";
  document.at = document.to = report.view.incident.window.to;
  document.from = report.view.incident.window.from;
  document.coverage = report.view.incident.coverage;
  document.rows.push_back({{"file", file},
                           {"moved", static_cast<std::int64_t>(report.view.onsets.size())},
                           {"findings", static_cast<std::int64_t>(report.diagnosis.rows.size())}});
  return document;
}
}  // namespace

Runner report_verb(CLI::App& app) {
  const auto wanted = std::make_shared<Wanted>();
  app.require_subcommand(1);
  CLI::App* incident = app.add_subcommand("incident", "What moved first, findings and notes of a window, as a file");
  add_timeline(*incident, wanted->options);
  add_profile(*incident, wanted->options);
  add_times(*incident, wanted->options);
  add_baseline(*incident, wanted->baseline);
  add_filters(*incident, wanted->options);
  incident->add_option("-o,--output", wanted->file, "FILE.md or FILE.html; - writes Markdown here")
      ->type_name("FILE")
      ->required();
  incident->add_flag("--overwrite", wanted->overwrite, "Write over a file that is there");
  add_output(*incident, wanted->options);
  CLI::App* landed =
      app.add_subcommand("landed", "Per table and day: produced, landed, filtered, set aside, twice, late");
  const Runner landed_runner = landed_report(*landed);
  return [wanted, landed, landed_runner](Streams& streams) {
    if (landed->parsed()) return landed_runner(streams);
    const auto make = maker_of(wanted->file);
    if (!make) return report(streams, make.error());
    Question question{.window = longest_onset_window};
    question.layout = {{"file", "moved", "findings"}};
    std::string text;
    question.answer = [&](const Asked& asked) -> Result<Document> {
      TM_TRY(const IncidentReport made, incident_report(asked, *wanted));
      text = (*make)(made);
      if (wanted->file != "-") TM_CHECK(write_report(wanted->file, text, wanted->overwrite));
      return written(made, wanted->file);
    };
    if (wanted->file != "-") return ask(streams, wanted->options, question);
    std::ostringstream unread;  // the report itself is the answer
    Streams instead{unread, streams.err};
    const int status = ask(instead, wanted->options, question);
    streams.out << text << std::flush;
    return status;
  };
}

}  // namespace tidemark::cli
