// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/history/openmetrics_history.h"

#include <algorithm>
#include <fstream>

#include "collectors/metrics/text_scanner.h"

namespace tidemark::history {
namespace {
constexpr std::size_t longest_line = 1u << 20;
constexpr std::size_t lines_between_looks = 4096;
constexpr double ms_per_second = 1000;

struct Sample {
  std::string_view name;
  metrics::Labels labels;
  double value = 0;
  double at_ms = 0;
};

Result<metrics::Labels> labels_in(metrics::Line& line) {
  metrics::Labels labels;
  if (!line.take('{') || line.take('}')) return labels;
  do {
    if (line.is('}')) break;
    metrics::Label label;
    label.name = line.take_label_name();
    if (label.name.empty() || !line.take('=') || !line.take('"')) return metrics::refuse("no label");
    TM_TRY(label.value, metrics::take_quoted(line, metrics::Escapes::any));
    labels.push_back(std::move(label));
  } while (line.take(','));
  if (!line.take('}')) return metrics::refuse("neither , nor } after a label");
  return labels;
}

Result<Sample> sample_in(std::string_view text) {
  metrics::Line line(text);
  Sample out;
  out.name = line.take_metric_name();
  if (out.name.empty()) return metrics::refuse("no name of a metric");
  TM_TRY(out.labels, labels_in(line));
  line.skip_blanks();
  const auto value = metrics::number(line.take_until(" "));
  line.skip_blanks();
  const auto at = metrics::real_number(line.take_until(" "));
  if (!value) return metrics::refuse("no value");
  if (!at) return metrics::refuse("no timestamp: a history has one for every sample");
  out.value = *value;
  out.at_ms = *at * ms_per_second;
  return out;
}

class FileReader final {
 public:
  FileReader(const std::string& file, SampleSink& sink, const ImportOptions& options)
      : file_(file), options_(options), scrapes_(sink, options), names_(offset_metrics()) {}

  Result<ImportSummary> run() {
    std::ifstream in(file_, std::ios::binary);
    if (!in) return fail(ErrorCode::input, "cannot be read", file_, "check the name and the permissions");
    std::string text;
    for (number_ = 1; std::getline(in, text); ++number_) {
      if (number_ % lines_between_looks == 0 && options_.stop.stop_requested())
        return fail(ErrorCode::cancelled, "cancelled");
      if (auto read = line(text); !read) {
        read.error().where = file_ + ", line " + std::to_string(number_);
        return std::unexpected(read.error());
      }
    }
    TM_CHECK(scrapes_.flush());
    ImportSummary summary = scrapes_.summary();
    if (summary.samples == 0)
      return fail(ErrorCode::no_data, "it holds no offsets of kafka_exporter, KMinion or kafka-lag-exporter", file_,
                  "see the manual for the names of metrics");
    return summary;
  }

 private:
  Result<> line(std::string_view text) {
    if (text.size() > longest_line) return metrics::refuse("a line of more than a megabyte");
    if (text.ends_with('\r')) text.remove_suffix(1);
    const std::string_view name = metrics::Line(text).take_metric_name();
    if (text.empty() || text.front() == '#' || std::ranges::find(names_, name) == names_.end()) return {};
    TM_TRY(const Sample sample, sample_in(text));
    auto meaning = offset_series(sample.name, sample.labels);
    if (!meaning) {
      scrapes_.pass_over(1);
      return {};
    }
    return scrapes_.add(scrapes_.series(*std::move(meaning)), static_cast<std::int64_t>(sample.at_ms), sample.value);
  }

  const std::string& file_;
  const ImportOptions& options_;
  Scrapes scrapes_;
  const std::vector<std::string> names_;
  std::size_t number_ = 0;
};
}  // namespace

Result<ImportSummary> import_openmetrics(const std::string& file, SampleSink& sink, const ImportOptions& options) {
  return FileReader(file, sink, options).run();
}

}  // namespace tidemark::history
