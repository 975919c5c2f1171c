// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/metrics.h"

#include <CLI/App.hpp>
#include <cmath>

#include "app/cli/question.h"
#include "app/cli/report.h"
#include "app/cli/verbs/verbs.h"
#include "app/settings/files.h"
#include "collectors/metrics/exposition.h"
#include "models/domain/clock.h"

namespace tidemark::cli {
namespace {
struct Wanted {
  Options options;
  std::string file;
  std::string content_type = "text/plain";
};

// JSON has no word for what is no finite number: it is text there.
Cell number_cell(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
  return value;
}

Cell labels_cell(const metrics::Labels& labels) {
  CellRecord out;
  for (const metrics::Label& label : labels) out.push_back({label.name, label.value});
  return out;
}

Cell time_cell(const std::optional<double>& ms) { return ms ? Cell(*ms) : Cell(Reason::not_applicable); }

Cell exemplar_cell(const std::optional<metrics::Exemplar>& exemplar) {
  if (!exemplar) return Reason::not_applicable;
  return CellRecord{{"labels", labels_cell(exemplar->labels)},
                    {"value", number_cell(exemplar->value)},
                    {"timestamp_ms", time_cell(exemplar->timestamp_ms)}};
}

// --format names the format of the file too, where it names one of them.
Result<metrics::Dialect> dialect_of(Wanted& wanted) {
  std::string& format = wanted.options.format;
  if (format == "prometheus" || format == "openmetrics") {
    wanted.content_type = format;
    format = Options{}.format;
  }
  if (const auto dialect = metrics::dialect_of(wanted.content_type)) return *dialect;
  return fail(ErrorCode::usage, "\"" + wanted.content_type + "\" is no format of metrics", "--content-type",
              "write \"text/plain; version=0.0.4\" or \"application/openmetrics-text; version=1.0.0\"");
}

Result<int> parse_file(Streams& streams, Wanted wanted) {
  TM_TRY(const metrics::Dialect dialect, dialect_of(wanted));
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const std::string text, read_file(wanted.file));
  auto read = metrics::parse(dialect, text);
  if (!read) {
    Error& error = read.error();
    error.where = wanted.file + (error.where.empty() ? "" : ", " + error.where);
    return std::unexpected(std::move(error));
  }
  Document document;
  document.verb = "metrics";
  document.at = document.from = document.to = SystemClock().now();
  document.coverage = Reason::not_applicable;
  for (const metrics::Family& family : read->families)
    for (const metrics::Sample& sample : family.samples)
      document.rows.push_back({{"name", sample.name},
                               {"labels", labels_cell(sample.labels)},
                               {"value", number_cell(sample.value)},
                               {"timestamp_ms", time_cell(sample.timestamp_ms)},
                               {"exemplar", exemplar_cell(sample.exemplar)},
                               {"family", family.name},
                               {"type", metrics::word(family.type)},
                               {"unit", family.unit},
                               {"help", family.help}});
  return answer(streams, output, document, {{"name", "labels", "value", "timestamp_ms", "type", "unit"}});
}

int ask_timeline(Streams& streams, const Options& options) {
  Question question{.window = std::chrono::minutes(15)};
  question.layout = {{"source", "signal", "layer", "object", "value", "unit", "at", "matched_series", "preset"}};
  question.answer = [](const Asked& asked) -> Result<Document> {
    TM_TRY(const auto snapshot, asked.timeline.load(metrics_request(asked.at)));
    return metrics_document(*snapshot, asked.at, asked.filter);
  };
  return ask(streams, options, question);
}
}  // namespace

Runner metrics_verb(CLI::App& app) {
  const auto wanted = std::make_shared<Wanted>();
  add_all(app, wanted->options);
  app.add_option("--parse", wanted->file, "Read a file as a metric endpoint's answer: one row per sample, or status 2")
      ->type_name("FILE");
  app.add_option("--content-type", wanted->content_type,
                 "Of the file: text/plain (Prometheus, the default) or application/openmetrics-text")
      ->type_name("TYPE");
  return [wanted](Streams& streams) {
    if (wanted->file.empty()) return ask_timeline(streams, wanted->options);
    const auto status = parse_file(streams, *wanted);
    return status ? *status : report(streams, status.error());
  };
}

}  // namespace tidemark::cli
