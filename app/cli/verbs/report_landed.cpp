// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/report_landed.h"

#include <CLI/App.hpp>
#include <sstream>

#include "app/cli/question.h"
#include "app/cli/report.h"
#include "app/cli/verbs/report_file.h"
#include "app/cli/verbs/table_choice.h"
#include "app/cli/version.h"
#include "app/report/landed_html.h"
#include "models/analysis/alignment.h"
#include "models/analysis/landed/landed_report.h"

namespace tidemark::cli {
namespace {
struct Wanted {
  Options options;
  std::string file;
  bool overwrite = false;
};

// `html`: where the report as a page goes too; null: nowhere.
Result<Document> landed(const Asked& asked, std::string* html) {
  if (asked.to - asked.from > longest_landed_window)
    return fail(ErrorCode::usage, "the window is longer than 31 days", "--from, --to", "ask for a part of it");
  TM_TRY(const auto now, asked.timeline.load(align_request(asked.at, {})));
  TM_TRY(const Profile profile, profile_of(asked, *now));
  TM_CHECK(tables_in_reach(*now, asked, profile));
  const auto topics = landed_topics(*now, asked.at, asked.filter, profile);
  TM_TRY(const auto days, asked.timeline.load(landed_request(topics, asked.from, asked.at)));
  Document document = landed_document(*days, asked.from, asked.to, asked.at, asked.filter, profile);
  if (html != nullptr)
    *html = landed_html({landed_rows(*days, asked.from, asked.to, asked.at, asked.filter, profile), document.from,
                         asked.to, asked.at, document.coverage, document.notes, std::string(version)});
  return document;
}

// By the file's ending.
Result<std::string> format_of(const std::string& file) {
  for (const char* format : {"md", "html", "csv", "json", "ndjson"})
    if (file.ends_with(std::string(".") + format)) return std::string(format);
  return fail(ErrorCode::usage, '"' + file + "\" has none of the endings .md, .html, .csv, .json and .ndjson", "-o",
              "name FILE.md, or leave it out and say --format");
}

int run(Streams& streams, const Wanted& wanted, Question question) {
  std::string html;
  const bool is_page = wanted.file.ends_with(".html");
  question.answer = [&](const Asked& asked) { return landed(asked, is_page ? &html : nullptr); };
  if (wanted.file.empty()) return ask(streams, wanted.options, question);
  Options options = wanted.options;
  const auto format = format_of(wanted.file);
  if (!format) return report(streams, format.error());
  options.format = is_page ? "json" : *format;
  options.json = false;
  std::ostringstream text;
  Streams instead{text, streams.err};
  const int status = ask(instead, options, question);
  if (text.str().empty()) return status;
  const auto written = write_report(wanted.file, is_page ? html : text.str(), wanted.overwrite);
  return written ? status : report(streams, written.error());
}
}  // namespace

Runner landed_report(CLI::App& app) {
  const auto wanted = std::make_shared<Wanted>();
  add_timeline(app, wanted->options);
  add_profile(app, wanted->options);
  add_times(app, wanted->options);
  add_filters(app, wanted->options);
  add_output(app, wanted->options);
  app.add_option("-o,--output", wanted->file, "FILE.md, FILE.html, FILE.csv, FILE.json or FILE.ndjson")
      ->type_name("FILE");
  app.add_flag("--overwrite", wanted->overwrite, "Write over a file that is there");
  return [wanted](Streams& streams) {
    Question question{.window = std::chrono::days(7)};
    question.layout = {
        {"table", "day", "produced", "landed", "filtered", "dead", "duplicates", "late", "in_flight", "unexplained"}};
    return run(streams, *wanted, std::move(question));
  };
}

}  // namespace tidemark::cli
