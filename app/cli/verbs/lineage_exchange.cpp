// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/lineage_exchange.h"

#include <map>
#include <ostream>

#include "app/cli/question.h"
#include "app/cli/verbs/table_choice.h"
#include "app/cli/version.h"
#include "app/cli/written.h"
#include "app/session/lineage.h"
#include "app/session/lineage_files.h"
#include "app/session/open_lineage.h"
#include "app/settings/files.h"
#include "models/analysis/scope.h"
#include "models/analysis/tables.h"
#include "models/domain/clock.h"
#include "models/logbook/runs.h"

namespace tidemark::cli {
namespace {
struct Lines {
  std::vector<std::string> events;
  std::int64_t runs = 0;
  std::int64_t commits = 0;
};

void add_runs(const Snapshot& snapshot, LocalTime at, const std::vector<LineageRun>& runs, const LineageNames& names,
              Lines& out) {
  for (const LineageRun& run : runs) {
    const auto events = events_of(snapshot, at, run, names);
    out.events.insert(out.events.end(), events.begin(), events.end());
    ++out.runs;
  }
}

void add_commits(const Snapshot& snapshot, const Asked& asked, const Profile& profile, const LineageNames& names,
                 Lines& out) {
  std::map<TableKey, TableInfo> tables;
  for (TableInfo& table : tables_at(snapshot, asked.at, asked.filter, profile))
    tables.insert_or_assign(TableKey{table.cluster, table.table}, std::move(table));
  std::map<TableKey, LocalTime> before;
  for (const LedgerRow& row : ledger_rows(snapshot, std::nullopt, asked.at, asked.filter)) {
    const TableKey key{row.cluster, row.commit.table};
    CommitOf commit{.row = &row};
    if (const auto table = tables.find(key); table != tables.end()) {
      commit.group = table->second.group.map([](const GroupId& group) { return group.value(); }).value_or("");
      commit.format = table->second.format.value_or("");
      commit.adapter = table->second.adapter.value_or("");
    }
    if (const auto last = before.find(key); last != before.end()) commit.begun = last->second;
    const auto events = events_of(commit, names);
    out.events.insert(out.events.end(), events.begin(), events.end());
    ++out.commits;
    if (row.commit.committed)
      before.insert_or_assign(key, LocalTime(row.commit.committed->time_since_epoch()));
    else
      before.erase(key);
  }
}

Result<Lines> lines_of(const Asked& asked, const LineageWanted& wanted) {
  Lines out;
  const LineageNames names{asked.profile, "tidemark " + std::string(version)};
  TM_TRY(const auto runs, read_runs(asked.file));
  TM_TRY(const auto snapshot, asked.timeline.load(lineage_request(asked.at)));
  if (!wanted.run.empty()) {
    TM_TRY(const LineageRun run, run_named(runs, wanted.run));
    add_runs(*snapshot, asked.at, {run}, names, out);
    return out;
  }
  TM_TRY(const Profile profile, profile_of(asked, *snapshot));
  add_commits(*snapshot, asked, profile, names, out);
  add_runs(*snapshot, asked.at, runs, names, out);
  return out;
}

Document document_of(const Lines& lines, const std::string& file, LocalTime at) {
  Document out;
  out.verb = "lineage export";
  out.at = out.from = out.to = at;
  out.coverage = Reason::not_applicable;
  out.rows.push_back(
      {{"file", file}, {"events", std::ssize(lines.events)}, {"runs", lines.runs}, {"commits", lines.commits}});
  return out;
}
}  // namespace

Result<Document> runs_written(const char* verb, const std::vector<LogEntry>& rows, LocalTime now) {
  Document document;
  document.verb = verb;
  document.at = document.from = document.to = now;
  document.coverage = Reason::not_applicable;
  for (const LogEntry& row : rows) {
    TM_TRY(const auto runs, runs_in({row}));
    document.rows.push_back(std::move(written(verb, row, {{"run", runs.front().run_id}}).rows.front()));
  }
  return document;
}

Result<int> take_runs(Streams& streams, const LineageWanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const std::string text, read_file(wanted.file));
  TM_TRY(const ToldRuns told, parse_runs(text, wanted.file == "-" ? "standard input" : wanted.file));
  TM_TRY(const std::string timeline, timeline_path(wanted.options));
  TM_TRY(const auto rows, write_runs(timeline, told.runs, wanted.author));
  TM_TRY(Document document, runs_written("lineage import", rows, SystemClock().now()));
  if (const auto known = told.runs.size() - rows.size(); known > 0)
    document.notes.push_back(std::to_string(known) + " of " + std::to_string(told.runs.size()) +
                             " were known already.");
  if (told.passed_over > 0)
    document.notes.push_back(std::to_string(told.passed_over) + " events are of jobs or datasets, not of runs.");
  return answer(streams, output, document, {});
}

Result<int> give_runs(Streams& streams, const LineageWanted& wanted) {
  if (!wanted.file.empty() && !wanted.file.ends_with(".ndjson") && !wanted.file.ends_with(".json"))
    return fail(ErrorCode::usage, '"' + wanted.file + "\" has none of the endings .ndjson and .json", "-o",
                "name FILE.ndjson, or leave it out");
  Result<Lines> lines;
  Question question;
  question.answer = [&](const Asked& asked) -> Result<Document> {
    lines = lines_of(asked, wanted);
    if (!lines) return std::unexpected(lines.error());
    std::string text;
    for (const std::string& line : lines->events) text += line + '\n';
    if (wanted.file.empty()) {
      streams.out << text << std::flush;
      return document_of(*lines, "", asked.at);
    }
    TM_CHECK(wanted.overwrite ? replace_file(wanted.file, text) : write_new_file(wanted.file, text));
    return document_of(*lines, wanted.file, asked.at);
  };
  if (!wanted.file.empty()) return ask(streams, wanted.options, question);
  // The lines themselves are the answer.
  std::ostream nowhere(nullptr);
  Streams instead{nowhere, streams.err};
  return ask(instead, wanted.options, question);
}

}  // namespace tidemark::cli
