// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/load_provenance.h"

#include <algorithm>

#include "app/session/lineage.h"
#include "app/session/open_lineage.h"

namespace tidemark {
namespace {
constexpr std::size_t longest_told = 60;  // of what is asked for

struct Asking {
  SnapshotSource& timeline;
  LocalTime at;
  const std::vector<LineageRun>& runs;  // in the order in which they were registered
};

const LineageRun* run_of(const std::vector<LineageRun>& runs, const std::string& asked) {
  const auto named = std::ranges::find(runs, asked, &LineageRun::run_id);
  if (named != runs.end()) return &*named;
  const LineageRun* newest = nullptr;
  for (const LineageRun& run : runs) {
    const bool same = asked == run.model_version || asked == run.embedding_version || asked == run.model ||
                      asked == run.embedding_model ||
                      std::ranges::any_of(run.inputs, [&](const RunInput& in) { return in.snapshot_id == asked; });
    if (same && (!newest || newest->at <= run.at)) newest = &run;
  }
  return newest;
}

// A snapshot that no run read is asked for as if one had.
Result<LineageAnswer> answer_snapshot(const Asking& asking, const std::string& id) {
  TM_TRY(const auto snapshot, asking.timeline.load(lineage_request(asking.at)));
  const auto found =
      std::ranges::find_if(snapshot->commits, [&](const SeenCommit& seen) { return seen.commit.snapshot_id == id; });
  if (found == snapshot->commits.end())
    return fail(ErrorCode::no_data, "there is no run, model version or snapshot \"" + id.substr(0, longest_told) + '"',
                {}, "write a run's id, a snapshot's id or TABLE@TIME");
  LineageRun run;
  run.inputs.push_back({.cluster = snapshot->sources[found->source].spec.cluster,
                        .table = found->commit.table.value(),
                        .snapshot_id = id});
  return answer_run(asking.timeline, asking.at, run, asking.runs);
}

Result<LineageAnswer> answer_of(const Asking& asking, const std::string& asked) {
  if (const LineageRun* run = run_of(asking.runs, asked))
    return answer_run(asking.timeline, asking.at, *run, asking.runs);
  if (const auto at = asked.rfind('@'); at != std::string::npos) {
    const auto time = parse_rfc3339(asked.substr(at + 1));
    if (!time)
      return fail(ErrorCode::usage, '"' + asked.substr(at + 1, longest_told) + "\" is no time", {},
                  "write 2026-01-31T00:00:00Z");
    return answer_as_of(asking.timeline, asking.at, ClusterName(""), asked.substr(0, at), *time);
  }
  return answer_snapshot(asking, asked);
}

bool is_of_the_timeline(const Error& error) {
  return error.code != ErrorCode::usage && error.code != ErrorCode::no_data;
}

Result<> answer(ProvenanceView& view, const Asking& asking, const std::string& asked, const std::string& with) {
  auto found = answer_of(asking, asked);
  if (!found) {
    if (is_of_the_timeline(found.error())) return std::unexpected(std::move(found.error()));
    view.cannot = std::move(found.error());
    return {};
  }
  view.answered = true;
  view.rows = seen_rows(*found->snapshot, view.at, found->data);
  view.cut = std::move(found->cut);
  if (const LineageRun* other = with.empty() ? nullptr : run_of(asking.runs, with)) {
    TM_TRY(const LineageAnswer before, answer_run(asking.timeline, view.at, *other, asking.runs));
    view.with = other->run_id;
    view.to = diff_of(before.data, found->data);
    view.diff = diff_rows(*view.to);
  }
  view.seen = std::move(found->data);
  return {};
}
}  // namespace

Result<std::shared_ptr<const ProvenanceView>> load_provenance(SnapshotSource& timeline, const std::string& file,
                                                              const std::string& asked, const std::string& with,
                                                              LocalTime at) {
  auto view = std::make_shared<ProvenanceView>();
  view->at = at;
  auto runs = read_runs(file);
  if (!runs) {
    view->error = std::move(runs.error());
    return view;
  }
  view->runs = run_rows(*runs);
  const std::string of = !asked.empty() || view->runs.empty() ? asked : view->runs.front().parent.row.run_id;
  if (!of.empty()) TM_CHECK(answer(*view, {timeline, at, *runs}, of, with));
  return view;
}

Result<std::string> run_events(SnapshotSource& timeline, const std::string& file, const std::string& run,
                               LocalTime at) {
  TM_TRY(const auto runs, read_runs(file));
  TM_TRY(const LineageRun named, run_named(runs, run));
  TM_TRY(const auto snapshot, timeline.load(lineage_request(at)));
  std::string out;
  for (const std::string& event : events_of(*snapshot, at, named, {nullptr, "tidemark " TIDEMARK_VERSION}))
    out += event + '\n';
  return out;
}

}  // namespace tidemark
