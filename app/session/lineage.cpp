// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/lineage.h"

#include <algorithm>
#include <set>

#include "app/session/people.h"
#include "collectors/core/plain_text.h"
#include "models/domain/clock.h"
#include "models/logbook/logbook.h"
#include "models/logbook/runs.h"

namespace tidemark {
namespace {
constexpr std::size_t longest_word = 400;

Result<> make_fit(LineageRun& run) {
  run.run_id = plain_line(run.run_id, longest_word);
  for (const auto& [name, field] : run_texts) run.*field = plain_line(run.*field, longest_word);
  for (std::string& text : run.source_snapshots) text = plain_line(text, longest_word);
  for (RunInput& input : run.inputs)
    for (std::string* text : {&input.table, &input.topic, &input.snapshot_id}) *text = plain_line(*text, longest_word);
  std::erase_if(run.inputs, [](const RunInput& input) { return input.table.empty() == input.topic.empty(); });
  if (run.run_id.empty()) return fail(ErrorCode::usage, "the run has no id", {}, "write lineage register RUN");
  if (run.after == run.run_id)
    return fail(ErrorCode::usage, "a run does not go on from itself", "--after", "name the run before it");
  return {};
}

const LineageRun* before(const LineageRun& run, const std::vector<LineageRun>& runs) {
  const auto found = std::ranges::find(runs, run.after, &LineageRun::run_id);
  return run.after.empty() || found == runs.end() ? nullptr : &*found;
}

Result<LogAt> load_log(SnapshotSource& timeline, LocalTime at) {
  TM_TRY(const auto around, timeline.load(lineage_marks_request(at)));
  return log_at(*around, at);
}

// For the topics and tables of a run; what is known already is not read again.
Result<> add_known(SnapshotSource& timeline, const Snapshot& snapshot, LocalTime at,
                   const std::vector<RunInput>& inputs, LineageKnown& known, std::set<TableKey>& asked) {
  for (const RunInput& input : inputs)
    if (input.table.empty() && input.ranges.empty() && input.as_of && !known.logs.contains(*input.as_of)) {
      TM_TRY(known.logs[*input.as_of], load_log(timeline, *input.as_of));
    }
  for (const auto& [key, seen] : first_commits(snapshot, at)) {
    const bool wanted =
        std::ranges::any_of(inputs, [&](const RunInput& input) { return input.table == key.second.value(); });
    if (!wanted || !asked.insert(key).second) continue;
    TM_TRY(const auto then, timeline.load(expiry_request(seen)));
    if (nothing_expired(*then, key, seen)) known.from_their_first.insert(key);
    TM_TRY(const auto marks, timeline.load(table_marks_request(at, key)));
    known.marks[key] = table_marks(*marks, at, key);
  }
  return {};
}
}  // namespace

Result<std::vector<LineageRun>> read_runs(const std::string& timeline) {
  TM_TRY(const auto entries, entries_of(timeline));
  return runs_in(entries);
}

Result<LineageRun> run_named(const std::vector<LineageRun>& runs, const std::string& run_id) {
  const auto found = std::ranges::find(runs, run_id, &LineageRun::run_id);
  if (found == runs.end())
    return fail(ErrorCode::no_data, "no run of the id \"" + plain_line(run_id) + "\" is registered", {},
                "see tidemark lineage list");
  return *found;
}

Result<std::vector<LogEntry>> write_runs(const std::string& timeline, std::vector<LineageRun> runs,
                                         const std::string& author) {
  for (LineageRun& run : runs) TM_CHECK(make_fit(run));
  TM_TRY(const std::string path, logbook_of(timeline));
  const LocalTime now = SystemClock().now();
  return extend_logbook(path, [&](const std::vector<LogEntry>& rows) -> Result<std::vector<NewEntry>> {
    std::set<std::string> known;
    for (const LogEntry& row : rows)
      if (row.kind == lineage_run_kind) known.insert(row.body);
    std::vector<NewEntry> out;
    std::map<std::string, std::int64_t> rows_of;  // rows of one time have no order
    for (const LineageRun& run : runs)
      if (std::string body = body_of(run); known.insert(body).second)
        out.push_back({now + Millis(rows_of[run.run_id]++), author_of(author), lineage_run_kind, std::move(body)});
    return out;
  });
}

Result<LineageAnswer> answer_run(SnapshotSource& timeline, LocalTime at, const LineageRun& run,
                                 const std::vector<LineageRun>& runs) {
  LineageAnswer out;
  out.at = at;
  TM_TRY(out.snapshot, timeline.load(lineage_request(at)));
  LineageKnown known;
  std::set<TableKey> asked;
  TM_CHECK(add_known(timeline, *out.snapshot, at, run.inputs, known, asked));
  out.data = data_seen(*out.snapshot, at, run, before(run, runs), known);
  if (!run.cut) return out;
  TM_TRY(const LogAt log, load_log(timeline, *run.cut));
  out.cut = cut_of(*out.snapshot, out.data, *run.cut, log);
  return out;
}

Result<std::vector<SeenData>> answer_runs(SnapshotSource& timeline, LocalTime at, const std::vector<LineageRun>& wanted,
                                          const std::vector<LineageRun>& runs) {
  std::vector<SeenData> out;
  TM_TRY(const auto snapshot, timeline.load(lineage_request(at)));
  LineageKnown known;
  std::set<TableKey> asked;
  for (const LineageRun& run : wanted) {
    TM_CHECK(add_known(timeline, *snapshot, at, run.inputs, known, asked));
    out.push_back(data_seen(*snapshot, at, run, before(run, runs), known));
  }
  return out;
}

Result<LineageAnswer> answer_as_of(SnapshotSource& timeline, LocalTime at, const ClusterName& cluster,
                                   const std::string& table, LocalTime time) {
  LineageAnswer out;
  out.at = at;
  TM_TRY(out.snapshot, timeline.load(lineage_request(at)));
  LineageKnown known;
  std::set<TableKey> asked;
  TM_CHECK(add_known(timeline, *out.snapshot, at, {{.table = table}}, known, asked));
  out.data.inputs.push_back(queryable_at(*out.snapshot, at, cluster, table, time, known));
  TM_TRY(const LogAt log, load_log(timeline, time));
  out.cut = cut_of(*out.snapshot, out.data, time, log);
  return out;
}

}  // namespace tidemark
