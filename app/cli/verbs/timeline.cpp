// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/App.hpp>

#include "app/cli/question.h"
#include "app/cli/stop_signals.h"
#include "app/cli/verbs/sub_verbs.h"
#include "app/cli/verbs/timeline_retention.h"
#include "app/settings/files.h"
#include "models/domain/clock.h"
#include "models/timeline/compact.h"
#include "models/timeline/reader.h"

namespace tidemark::cli {
namespace {
struct Wanted {
  Options options;
  std::string sql;
  std::string copy;
  bool ndjson = false;
  bool csv = false;
  bool openmetrics = false;
  RetentionWanted retention;
};

std::string path_of(const Options& options) {
  return options.timeline.empty() ? default_timeline_path() : options.timeline;
}

Document document_of(std::string verb, const TimelineInfo& info) {
  Document document;
  document.verb = std::move(verb);
  document.at = info.newest.value_or(SystemClock().now());
  document.from = info.oldest.value_or(document.at);
  document.to = document.at;
  document.coverage = Reason::not_applicable;
  return document;
}

template <class T>
Cell optional_cell(const std::optional<T>& value) {
  return value ? Cell(*value) : Cell(Reason::never_polled);
}

Result<int> info(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const auto timeline, TimelineReader::open(path_of(wanted.options)));
  TM_TRY(const TimelineInfo info, timeline->info());
  Document document = document_of("timeline info", info);
  document.rows.push_back({{"path", info.path},
                           {"schema", info.schema},
                           {"bundle", info.bundle},
                           {"oldest", optional_cell(info.oldest)},
                           {"newest", optional_cell(info.newest)},
                           {"polls", info.polls},
                           {"series", info.series},
                           {"samples_sealed", info.sealed_samples},
                           {"events", info.events},
                           {"states", info.states},
                           {"file_bytes", info.file_bytes},
                           {"wal_bytes", info.wal_bytes},
                           {"sealed_bytes", info.sealed_bytes},
                           {"hot_bytes", info.hot_bytes},
                           {"rollup_bytes", info.rollup_bytes},
                           {"oldest_5min", optional_cell(info.oldest_5min)},
                           {"oldest_1h", optional_cell(info.oldest_1h)},
                           {"retention_ms", info.retention_raw},
                           {"retention_5min_ms", info.retention_5min},
                           {"retention_bytes", info.retention_bytes}});
  return answer(streams, output, document, {});
}

Result<int> check(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const auto timeline, TimelineReader::open(path_of(wanted.options)));
  TM_TRY(const TimelineInfo info, timeline->info());
  TM_TRY(const auto faults, timeline->check());
  Document document = document_of("timeline check", info);
  for (const TimelineFault& fault : faults) document.rows.push_back({{"where", fault.where}, {"what", fault.what}});
  if (faults.empty()) document.notes.emplace_back("no fault");
  answer(streams, output, document, {});
  if (faults.empty()) return 0;
  return fail(ErrorCode::damaged, std::to_string(faults.size()) + " faults", info.path,
              "keep a copy and collect into a new file");
}

Result<int> compact(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  const StopSignals stop;
  const std::string path = path_of(wanted.options);
  TM_TRY(const Compacted done,
         wanted.copy.empty() ? compact_timeline(path, stop.token()) : copy_compact(path, wanted.copy, stop.token()));
  Document document;
  document.verb = "timeline compact";
  document.at = document.from = document.to = SystemClock().now();
  document.coverage = Reason::not_applicable;
  document.rows.push_back({{"path", wanted.copy.empty() ? path : wanted.copy},
                           {"bytes_before", done.bytes_before},
                           {"bytes_after", done.bytes_after}});
  return answer(streams, output, document, {});
}

Result<int> query(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  const std::string path = path_of(wanted.options);
  TM_TRY(const auto timeline, TimelineReader::open(path));
  TM_TRY(const TimelineInfo info, timeline->info());
  Document document = document_of("timeline query", info);
  TM_CHECK(query_timeline(path, wanted.sql, [&](const QueryRow& row) {
    CellRecord record;
    for (std::size_t i = 0; i < row.names.size(); ++i)
      record.push_back({row.names[i], std::visit([](const auto& value) { return Cell(value); }, row.values[i])});
    document.rows.push_back(std::move(record));
    return true;
  }));
  return answer(streams, output, document, {});
}

Result<int> export_all(Streams& streams, const Wanted& wanted) {
  if (wanted.ndjson + wanted.csv + wanted.openmetrics != 1)
    return fail(ErrorCode::usage, "one format is wanted", {}, "write --ndjson, --csv or --openmetrics");
  const LocalTime now = SystemClock().now();
  TM_TRY(const auto from, time_of(wanted.options.from, "--from", now));
  TM_TRY(const auto to, time_of(wanted.options.to, "--to", now));
  constexpr std::int64_t end_of_years = 253'402'300'799'999;  // 9999-12-31
  const LocalTime first = from.value_or(local_time(0)), last = to.value_or(local_time(end_of_years));
  TM_TRY(const auto timeline, TimelineReader::open(path_of(wanted.options)));
  TM_CHECK(wanted.ndjson ? timeline->export_ndjson(streams.out, first, last)
           : wanted.csv  ? timeline->export_csv(streams.out, first, last)
                         : timeline->export_openmetrics(streams.out, first, last));
  return 0;
}

Result<int> retention(Streams& streams, const Wanted& wanted) {
  return timeline_retention(streams, wanted.options, path_of(wanted.options), wanted.retention);
}
}  // namespace

Runner timeline_verb(CLI::App& app) {
  SubVerbs<Wanted> verbs(app);
  const auto& wanted = verbs.wanted();
  const auto add = [&](const std::string& name, const std::string& help, SubVerbs<Wanted>::Act act) {
    CLI::App* sub = verbs.add(name, help, act);
    add_timeline(*sub, wanted->options);
    return sub;
  };
  add_output(*add("info", "What is kept, since when, in how many bytes", info), wanted->options);
  add_output(*add("check", "Decode everything; status 4 if anything is wrong", check), wanted->options);
  CLI::App* small = add("compact", "Give the disk back what retention left free in the file", compact);
  small->add_option("-o,--output", wanted->copy, "Write a compact copy here and leave the timeline as it is")
      ->type_name("FILE");
  add_output(*small, wanted->options);
  CLI::App* kept = add("retention", "How long and in how many bytes it is kept; with options: change that", retention);
  kept->add_option("--age", wanted->retention.keep.age, "Keep samples for this long")->type_name("DURATION");
  kept->add_option("--five-minutes", wanted->retention.keep.five_minutes, "Keep buckets of 5 minutes for this long")
      ->type_name("DURATION");
  kept->add_option("--size", wanted->retention.keep.size, "Keep the file below this")->type_name("SIZE");
  kept->add_flag("--dry-run", wanted->retention.dry_run, "Change nothing, say what would be deleted");
  kept->add_flag("--yes", wanted->retention.yes, "Change it also where that deletes something");
  add_output(*kept, wanted->options);
  CLI::App* sql = add("query", "Read-only SQL over views and samples()", query);
  sql->add_option("SQL", wanted->sql, "One statement")->required();
  add_output(*sql, wanted->options);
  CLI::App* out = add("export", "Everything, ordered and deterministic, to standard output", export_all);
  out->add_flag("--ndjson", wanted->ndjson, "One JSON object a line");
  out->add_flag("--csv", wanted->csv, "Samples as CSV");
  out->add_flag("--openmetrics", wanted->openmetrics,
                "Known samples as OpenMetrics, offsets as kafka_exporter names them");
  add_times(*out, wanted->options);
  return verbs.runner();
}

}  // namespace tidemark::cli
