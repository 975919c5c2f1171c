// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/App.hpp>
#include <array>
#include <ostream>
#include <set>

#include "app/cli/question.h"
#include "app/cli/report.h"
#include "app/cli/verbs/lineage_exchange.h"
#include "app/cli/verbs/sub_verbs.h"
#include "app/cli/verbs/table_choice.h"
#include "app/session/lineage.h"
#include "collectors/core/plain_text.h"
#include "models/analysis/lineage/deletion.h"
#include "models/domain/clock.h"
#include "resources/presets/presets.h"

namespace tidemark::cli {
namespace {
using Wanted = LineageWanted;
constexpr std::size_t longest_key = 200;

Result<int> enter(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  const LocalTime now = SystemClock().now();
  TM_TRY(const LineageRun run, said_run(wanted, now));
  TM_TRY(const std::string timeline, timeline_path(wanted.options));
  TM_TRY(const auto rows, write_runs(timeline, {run}, wanted.author));
  TM_TRY(Document document, runs_written("lineage register", rows, now));
  if (rows.empty()) document.notes.push_back("The run was registered like that already.");
  if (run.inputs.empty())
    document.notes.push_back("The run does not say what it read: add it with --input, under the same id.");
  return answer(streams, output, document, {});
}

Result<int> list(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const std::string timeline, timeline_path(wanted.options));
  TM_TRY(const auto runs, read_runs(timeline));
  return answer(
      streams, output, lineage_runs_document(runs, SystemClock().now()),
      {{"run", "kind", "model", "model_version", "embedding_version", "after", "ended", "told_by", "author"}});
}

// The table that a path ends in.
Result<std::string> table_of_path(const Asked& asked, const Snapshot& snapshot) {
  if (!asked.filter.table.empty()) return asked.filter.table.front();
  TM_TRY(const Profile profile, profile_of(asked, snapshot));
  const std::string& path = asked.filter.path.front();
  for (const PipelineProfile& pipeline : profile.pipelines)
    if (pipeline.name == path && !pipeline.table.empty()) return pipeline.table;
  return fail(ErrorCode::no_data, "no table is known that the path " + plain_line(path) + " ends in", "--path",
              "name it with --table");
}

Result<LineageAnswer> answer_of(const Asked& asked, const Wanted& wanted) {
  if (wanted.as_of.empty()) {
    TM_TRY(const auto runs, read_runs(asked.file));
    TM_TRY(const LineageRun run, run_named(runs, wanted.run));
    return answer_run(asked.timeline, asked.at, run, runs);
  }
  TM_TRY(const auto time, time_of(wanted.as_of, "--as-of", SystemClock().now()));
  TM_TRY(const auto now, asked.timeline.load(lineage_request(asked.at)));
  TM_TRY(const std::string table, table_of_path(asked, *now));
  const ClusterName cluster(asked.filter.cluster.empty() ? "" : asked.filter.cluster.front());
  return answer_as_of(asked.timeline, asked.at, cluster, table, *time);
}

Result<int> tell(Streams& streams, const Wanted& wanted) {
  const bool as_of = !wanted.as_of.empty();
  if (as_of != wanted.run.empty())
    return fail(ErrorCode::usage, "an answer is of a run, or of a table at a time", {},
                "write lineage answer RUN, or --table T --as-of TIME");
  if (as_of && wanted.options.filter.table.empty() && wanted.options.filter.path.empty())
    return fail(ErrorCode::usage, "no table is named", "--as-of", "write --table T or --path P");
  std::optional<RecordQuestion> record;
  if (!wanted.record.empty()) {
    TM_TRY(record, record_in(wanted.record));
  }
  Question question;
  question.layout = {{"table", "topic", "partition", "from", "to", "bound", "reason"}};
  if (record) question.layout = {{"run", "topic", "partition", "offset", "was_in", "reason", "snapshot_id"}};
  question.answer = [&](const Asked& asked) -> Result<Document> {
    TM_TRY(const LineageAnswer found, answer_of(asked, wanted));
    if (record) return lineage_record_document(*found.snapshot, asked.at, found.data, *record);
    return lineage_document(*found.snapshot, asked.at, found.data, found.cut);
  };
  return ask(streams, wanted.options, question);
}

// The cluster of the filter, or the only one that has the partition.
Result<ClusterName> cluster_of(const Asked& asked, const RecordQuestion& record) {
  if (!asked.filter.cluster.empty()) return ClusterName(asked.filter.cluster.front());
  SnapshotRequest request = lineage_request(asked.at);
  request.signal_names = {"high"};
  request.object_names = {object::partition(record.partition).value()};
  request.min_commits = 0;
  TM_TRY(const auto snapshot, asked.timeline.load(request));
  std::set<ClusterName> clusters;
  for (const Column& column : snapshot->columns) clusters.insert(snapshot->cluster_of(column));
  if (clusters.size() == 1) return *clusters.begin();
  return fail(ErrorCode::no_data,
              clusters.empty() ? "the timeline does not know the partition" : "several clusters have the partition", {},
              clusters.empty() ? "see tidemark topics" : "name one with --cluster");
}

Result<int> prove(Streams& streams, const Wanted& wanted) {
  TM_TRY(const RecordQuestion record, record_in(wanted.record));
  Question question;
  question.layout = {{"part", "object", "done", "at", "error_ms", "evidence", "reason"}};
  question.answer = [&](const Asked& asked) -> Result<Document> {
    TM_TRY(const ClusterName cluster, cluster_of(asked, record));
    const DeletionQuestion deletion{cluster, record.partition, record.offset, plain_line(wanted.key, longest_key)};
    TM_TRY(const auto snapshot, asked.timeline.load(deletion_request(asked.at, deletion)));
    return deletion_document(*snapshot, asked.at, deletion);
  };
  return ask(streams, wanted.options, question);
}

Result<int> compare(Streams& streams, const Wanted& wanted) {
  Question question;
  question.layout = {{"topic", "partition", "both", "gap", "again", "completeness", "reason"}};
  question.answer = [&](const Asked& asked) -> Result<Document> {
    TM_TRY(const auto runs, read_runs(asked.file));
    TM_TRY(const LineageRun first, run_named(runs, wanted.run));
    TM_TRY(const LineageRun second, run_named(runs, wanted.other));
    TM_TRY(const LineageAnswer before, answer_run(asked.timeline, asked.at, first, runs));
    TM_TRY(const LineageAnswer after, answer_run(asked.timeline, asked.at, second, runs));
    return lineage_diff_document(*after.snapshot, asked.at, before.data, after.data);
  };
  return ask(streams, wanted.options, question);
}

Result<int> schema(Streams& streams, const Wanted&) {
  streams.out << preset("lineage.schema.json") << std::flush;
  return 0;
}

void add_texts(CLI::App& app, LineageRun& run) {
  struct Text {
    const char* option;
    std::string LineageRun::* field;
    const char* help;
    const char* type;
  };
  constexpr std::array texts = std::to_array<Text>({
      {"--kind", &LineageRun::kind, "training, embedding or refresh", "KIND"},
      {"--model", &LineageRun::model, "The model that came out", "NAME"},
      {"--model-version", &LineageRun::model_version, "Its version", "VERSION"},
      {"--embedding-model", &LineageRun::embedding_model, "The model that made the embeddings", "NAME"},
      {"--embedding-version", &LineageRun::embedding_version, "Its version", "VERSION"},
      {"--chunking-version", &LineageRun::chunking_version, "How texts were cut", "VERSION"},
      {"--transform-version", &LineageRun::transform_version, "Of the code between table and model", "VERSION"},
      {"--metadata-policy", &LineageRun::metadata_policy, "Which metadata went in", "TEXT"},
      {"--access-tag", &LineageRun::access_tag, "Who may see it", "TAG"},
      {"--region", &LineageRun::region, "Where it ran", "REGION"},
      {"--deletion-state", &LineageRun::deletion_state, "What was done about deletions", "TEXT"},
      {"--job", &LineageRun::job_id, "The job's id", "ID"},
      {"--after", &LineageRun::after, "The run before it: this one read only what came after that", "RUN"},
  });
  for (const Text& text : texts) app.add_option(text.option, run.*text.field, text.help)->type_name(text.type);
  app.add_option("--schema-id", run.schema_ids, "Ids of schemas that it read with (may be repeated)")
      ->type_name("ID")
      ->allow_extra_args(false);
  app.add_option("--source-snapshot", run.source_snapshots, "Snapshots of sources elsewhere (may be repeated)")
      ->type_name("ID")
      ->allow_extra_args(false);
}

void add_said(CLI::App& app, Wanted& wanted) {
  app.add_option("RUN", wanted.run, "The run's id")->required();
  app.add_option(
         "--input", wanted.inputs,
         "What it read: TABLE@SNAPSHOT, TABLE@TIME, topic:T@TIME or topic:T/P:FROM-TO; CLUSTER# before it where "
         "several have it (may be repeated)")
      ->type_name("INPUT")
      ->allow_extra_args(false);
  add_texts(app, wanted.said);
  app.add_option("--cut", wanted.cut, "Everything produced before this time is to be in it")->type_name("TIME");
  app.add_option("--started", wanted.started, "When it began")->type_name("TIME");
  app.add_option("--ended", wanted.ended, "When it ended")->type_name("TIME");
  app.add_option("--author", wanted.author, "Who says it (default: the user's name)")->type_name("NAME");
}
}  // namespace

Runner lineage_verb(CLI::App& app) {
  SubVerbs<Wanted> verbs(app);
  const auto& wanted = verbs.wanted();
  CLI::App* said = verbs.add("register", "A run that trained, embedded or refreshed, and what it read", enter);
  add_said(*said, *wanted);
  CLI::App* all = verbs.add("list", "The runs that are registered", list);
  CLI::App* one =
      verbs.add("answer", "Which data did this run see? Or: what was queryable in a table at a time?", tell);
  one->add_option("RUN", wanted->run, "The run's id");
  one->add_option("--as-of", wanted->as_of, "Instead of a run: of --table or --path at this time")->type_name("TIME");
  one->add_option("--record", wanted->record, "Was this record in it? TOPIC-PARTITION@OFFSET")->type_name("RECORD");
  CLI::App* diff = verbs.add("diff", "What two runs saw, against each other", compare);
  diff->add_option("BEFORE", wanted->run, "A run")->required();
  diff->add_option("AFTER", wanted->other, "Another one")->required();
  CLI::App* gone =
      verbs.add("deletion", "Is it proven that a deleting record was applied, in tables and indexes?", prove);
  gone->add_option("RECORD", wanted->record, "The record that deletes: TOPIC-PARTITION@OFFSET")->required();
  gone->add_option("--key", wanted->key, "Its key, as sinks are asked for it")->type_name("KEY");
  CLI::App* in = verbs.add(
      "import", "Runs from a file: events of OpenLineage, a line each, or runs of MLflow; - is standard input",
      take_runs);
  in->add_option("FILE", wanted->file, "The file; what was imported before is known")->required();
  in->add_option("--author", wanted->author, "Who says it (default: the user's name)")->type_name("NAME");
  CLI::App* out = verbs.add("export", "Runs and commits to tables as events of OpenLineage, a line each", give_runs);
  out->add_option("RUN", wanted->run, "Of this run alone");
  out->add_option("-o,--output", wanted->file, "FILE.ndjson (default: standard output)")->type_name("FILE");
  out->add_flag("--overwrite", wanted->overwrite, "Write over a file that is there");
  verbs.add("schema", "The JSON Schema of what answer says", schema);
  for (CLI::App* sub : {one, diff, gone, out}) {
    add_profile(*sub, wanted->options);
    add_filters(*sub, wanted->options);
    sub->add_option("--at", wanted->options.at, "As it was known then (default: now)")->type_name("TIME");
  }
  for (CLI::App* sub : {said, all, one, diff, gone, in, out}) {
    add_timeline(*sub, wanted->options);
    add_output(*sub, wanted->options);
  }
  return verbs.runner();
}

}  // namespace tidemark::cli
